# Thread-pool downloads from a server of one's own: results by page, a failure among them, all connections closed.
import threading
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Pages(BaseHTTPRequestHandler):
    def do_GET(self):
        number = int(self.path.rpartition('/')[2])
        if number == 3:
            self.send_error(503, 'busy')
            return
        body = b'x' * (number * 100)
        self.send_response(200)
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


def fetch(number):
    try:
        with urllib.request.urlopen(f'{base}/page/{number}', timeout=10) as response:
            return number, len(response.read())
    except urllib.error.HTTPError as error:
        return number, f'{error.code} {error.msg}'


server = ThreadingHTTPServer(('127.0.0.1', 0), Pages)
base = f'http://127.0.0.1:{server.server_address[1]}'
threading.Thread(target=server.serve_forever, args=(0.005,)).start()
with ThreadPoolExecutor(4) as pool:
    pages = dict(pool.map(fetch, range(6)))
server.shutdown()
server.server_close()
print(pages)
print(sum(size for size in pages.values() if isinstance(size, int)))

# expect:
# {0: 0, 1: 100, 2: 200, 3: '503 busy', 4: 400, 5: 500}
# 1200
