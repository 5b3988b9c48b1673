# A web server in a thread, and urllib: status, headers, body, a form that is posted, and errors as exceptions.
import json
import threading
import urllib.error
import urllib.parse
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Handler(BaseHTTPRequestHandler):
    def answer(self, status, body, kind='text/plain'):
        self.send_response(status)
        self.send_header('Content-Type', kind)
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        path, _, query = self.path.partition('?')
        if path == '/hello':
            name = urllib.parse.parse_qs(query).get('name', ['nobody'])[0]
            self.answer(200, f'hello {name}'.encode())
        else:
            self.answer(404, b'no such page')

    def do_POST(self):
        length = int(self.headers['Content-Length'])
        form = urllib.parse.parse_qs(self.rfile.read(length).decode())
        self.answer(201, json.dumps(form, sort_keys=True).encode(), 'application/json')

    def log_message(self, *args):
        pass


with ThreadingHTTPServer(('127.0.0.1', 0), Handler) as server:
    base = f'http://127.0.0.1:{server.server_port}'
    thread = threading.Thread(target=server.serve_forever, kwargs={'poll_interval': 0.005})
    thread.start()
    with urllib.request.urlopen(base + '/hello?' + urllib.parse.urlencode({'name': 'ann & bob'})) as response:
        print(response.status, response.headers['Content-Type'], response.read())
    form = urllib.parse.urlencode({'b': 2, 'a': 'x y'}).encode()
    with urllib.request.urlopen(base + '/form', data=form, timeout=10) as response:
        print(response.status, json.load(response))
    try:
        urllib.request.urlopen(base + '/missing')
    except urllib.error.HTTPError as error:
        print(error.code, error.reason, error.read())
    server.shutdown()
    thread.join()
try:
    urllib.request.urlopen(base + '/hello', timeout=10)
except urllib.error.URLError as error:
    print(type(error.reason).__name__)

# expect:
# 200 text/plain b'hello ann & bob'
# 201 {'a': ['x y'], 'b': ['2']}
# 404 Not Found b'no such page'
# ConnectionRefusedError
