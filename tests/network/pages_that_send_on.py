# Pages that send on: which requests follow, and which end as errors; headers that an answer or a request has twice.
import threading
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Handler(BaseHTTPRequestHandler):
    def answer(self):
        body = self.rfile.read(int(self.headers.get('Content-Length', 0)))
        target = None
        if self.path.startswith('/to/'):
            _, _, code, target = self.path.split('/', 3)
            self.send_response(int(code))
        elif self.path.startswith('/next'):
            self.send_response(302)
            target = 'next%d' % (int(self.path[5:]) + 1)
        elif self.path in ('/itself', '/nowhere', '/elsewhere'):
            self.send_response(301)
            target = {'/itself': '/itself', '/nowhere': None, '/elsewhere': 'mailto:someone'}[self.path]
        else:
            self.send_response(200)
            told = [self.command, self.path, body, self.headers.get_all('X-Kept'), self.headers['Content-Type']]
            body = repr(told).encode()
            self.send_header('Content-Type', 'Text/HTML; charset="UTF-8"; x=1')
            self.send_header('Set-Cookie', 'a=1')
            self.send_header('set-cookie', 'b=2')
            self.end_headers()
            self.wfile.write(body)
            return
        if target is not None:
            self.send_header('Location', target if target[0] in 'nm/' else '/' + target)
        self.send_header('Content-Length', '0')
        self.end_headers()

    do_GET = do_POST = do_PUT = do_HEAD = answer

    def log_message(self, *args):
        pass


def fetch(path, **options):
    try:
        with urllib.request.urlopen(urllib.request.Request(base + path, **options), timeout=10) as response:
            print(path, response.status, response.geturl()[len(base):], response.read().decode())
    except urllib.error.HTTPError as error:
        print(path, error.code, str(error).split('\n')[0], error.headers['Location'])


with ThreadingHTTPServer(('127.0.0.1', 0), Handler) as server:
    base = f'http://127.0.0.1:{server.server_port}'
    thread = threading.Thread(target=server.serve_forever, kwargs={'poll_interval': 0.005})
    thread.start()
    for code in 301, 302, 303, 307, 308:
        fetch(f'/to/{code}/end', headers={'X-Kept': 'yes'})
        fetch(f'/to/{code}/end', data=b'abc')
    fetch('/to/302/end', data=b'abc', method='PUT')
    fetch('/to/301/to/302/end?a=b')
    for path in '/to/304/end', '/next1', '/itself', '/nowhere', '/elsewhere':
        fetch(path)
    with urllib.request.urlopen(base + '/end') as response:
        headers = response.headers
        print(type(headers), response.version)
        print(headers['SET-COOKIE'], headers.get_all('Set-Cookie'), response.getheader('Set-Cookie'))
        print(headers.items()[2:], headers.get_all('Missing'), headers['Missing'])
        print(headers.get_content_type(), headers.get_content_charset(), headers.get_param('x'))
        print(str(headers).split('\n')[2:])
    server.shutdown()
    thread.join()

# expect:
# /to/301/end 200 /end ['GET', '/end', b'', ['yes'], None]
# /to/301/end 200 /end ['GET', '/end', b'', None, None]
# /to/302/end 200 /end ['GET', '/end', b'', ['yes'], None]
# /to/302/end 200 /end ['GET', '/end', b'', None, None]
# /to/303/end 200 /end ['GET', '/end', b'', ['yes'], None]
# /to/303/end 200 /end ['GET', '/end', b'', None, None]
# /to/307/end 200 /end ['GET', '/end', b'', ['yes'], None]
# /to/307/end 307 HTTP Error 307: Temporary Redirect /end
# /to/308/end 200 /end ['GET', '/end', b'', ['yes'], None]
# /to/308/end 308 HTTP Error 308: Permanent Redirect /end
# /to/302/end 302 HTTP Error 302: Found /end
# /to/301/to/302/end?a=b 200 /end?a=b ['GET', '/end?a=b', b'', None, None]
# /to/304/end 304 HTTP Error 304: Not Modified /end
# /next1 302 HTTP Error 302: The HTTP server returned a redirect error that would lead to an infinite loop. next12
# /itself 301 HTTP Error 301: The HTTP server returned a redirect error that would lead to an infinite loop. /itself
# /nowhere 301 HTTP Error 301: Moved Permanently None
# /elsewhere 301 HTTP Error 301: Moved Permanently - Redirection to url 'mailto:someone' is not allowed mailto:someone
# <class 'http.client.HTTPMessage'> 10
# a=1 ['a=1', 'b=2'] a=1, b=2
# [('Content-Type', 'Text/HTML; charset="UTF-8"; x=1'), ('Set-Cookie', 'a=1'), ('set-cookie', 'b=2')] None None
# text/html utf-8 1
# ['Content-Type: Text/HTML; charset="UTF-8"; x=1', 'Set-Cookie: a=1', 'set-cookie: b=2', '', '']
