# An HTTP server as far as a program answers requests itself.

import sys as _sys
import time as _time
from time import gmtime as _gmtime, localtime as _localtime
from html import escape as _escape
from http import HTTPStatus
from http.client import HTTPMessage as _HTTPMessage
from socketserver import StreamRequestHandler, TCPServer, ThreadingMixIn

__all__ = ['BaseHTTPRequestHandler', 'HTTPServer', 'SimpleHTTPRequestHandler', 'ThreadingHTTPServer']

_LONGEST_LINE = 65536
_DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
_MONTHS = ['', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

DEFAULT_ERROR_CONTENT_TYPE = 'text/html;charset=utf-8'
DEFAULT_ERROR_MESSAGE = '''\
<!DOCTYPE HTML>
<html lang="en">
    <head>
        <meta charset="utf-8">
        <title>Error response</title>
    </head>
    <body>
        <h1>Error response</h1>
        <p>Error code: %(code)d</p>
        <p>Message: %(message)s.</p>
        <p>Error code explanation: %(code)s - %(explain)s.</p>
    </body>
</html>
'''


class HTTPServer(TCPServer):
    __module__ = 'http.server'
    allow_reuse_address = 1

    def server_bind(self):
        TCPServer.server_bind(self)
        host, port = self.server_address[:2]
        self.server_name = 'localhost' if host in ('127.0.0.1', '0.0.0.0') else host
        self.server_port = port


class ThreadingHTTPServer(ThreadingMixIn, HTTPServer):
    __module__ = 'http.server'
    daemon_threads = True


class BaseHTTPRequestHandler(StreamRequestHandler):
    __module__ = 'http.server'
    server_version = 'BaseHTTP/0.6'
    sys_version = 'Python/3.11'
    protocol_version = 'HTTP/1.0'
    default_request_version = 'HTTP/0.9'
    error_message_format = DEFAULT_ERROR_MESSAGE
    error_content_type = DEFAULT_ERROR_CONTENT_TYPE

    def handle(self):
        self.close_connection = True
        self.handle_one_request()
        while not self.close_connection:
            self.handle_one_request()

    def handle_one_request(self):
        try:
            self.raw_requestline = self.rfile.readline(_LONGEST_LINE + 1)
            if len(self.raw_requestline) > _LONGEST_LINE:
                self.requestline = self.request_version = self.command = ''
                self.send_error(414, 'Request-URI Too Long')
                return
            if not self.raw_requestline:
                self.close_connection = True
                return
            if not self.parse_request():
                return
            method = getattr(self, 'do_' + self.command, None)
            if method is None:
                self.send_error(501, 'Unsupported method (%r)' % self.command)
                return
            method()
            self.wfile.flush()
        except TimeoutError as error:
            self.log_error('Request timed out: %r', error)
            self.close_connection = True

    def parse_request(self):
        self.command = None
        self.request_version = self.default_request_version
        self.close_connection = True
        self.requestline = str(self.raw_requestline, 'iso-8859-1').rstrip('\r\n')
        words = self.requestline.split()
        if not words:
            return False
        if len(words) != 3 or not words[2].startswith('HTTP/'):
            self.send_error(400, 'Bad request syntax (%r)' % self.requestline)
            return False
        self.command, self.path, self.request_version = words
        if self.path.startswith('//'):
            self.path = '/' + self.path.lstrip('/')
        self.headers = _HTTPMessage()
        while (line := self.rfile.readline(_LONGEST_LINE + 1)) not in (b'\r\n', b'\n', b''):
            name, _, value = line.decode('iso-8859-1').partition(':')
            self.headers._add(name.strip(), value.strip())
        wanted = self.headers.get('Connection', '').lower()
        is_new = self.request_version >= 'HTTP/1.1' and self.protocol_version >= 'HTTP/1.1'
        self.close_connection = wanted == 'close' or not is_new
        if self.headers.get('Expect', '').lower() == '100-continue' and is_new:
            self.send_response_only(100)
            self.end_headers()
        return True

    responses = {status: (status.phrase, status.description) for status in HTTPStatus}

    def send_error(self, code, message=None, explain=None):
        phrase, description = self.responses.get(code, ('???', '???'))
        message = phrase if message is None else message
        explain = description if explain is None else explain
        self.log_error('code %d, message %s', code, message)
        self.send_response(code, message)
        self.send_header('Connection', 'close')
        body = b''
        if code >= 200 and code not in (204, 205, 304):
            told = {'code': code, 'message': _escape(message, False), 'explain': _escape(explain, False)}
            body = (self.error_message_format % told).encode('utf-8', 'replace')
            self.send_header('Content-Type', self.error_content_type)
            self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        if self.command != 'HEAD' and body:
            self.wfile.write(body)

    def send_response(self, code, message=None):
        self.log_request(code)
        self.send_response_only(code, message)
        self.send_header('Server', self.version_string())
        self.send_header('Date', self.date_time_string())

    def send_response_only(self, code, message=None):
        if self.request_version == 'HTTP/0.9':
            return
        if message is None:
            try:
                message = HTTPStatus(code).phrase
            except ValueError:
                message = ''
        self._pending().append('%s %d %s\r\n' % (self.protocol_version, code, message))

    def send_header(self, keyword, value):
        if self.request_version != 'HTTP/0.9':
            self._pending().append('%s: %s\r\n' % (keyword, value))
        if keyword.lower() == 'connection':
            if value.lower() == 'close':
                self.close_connection = True
            elif value.lower() == 'keep-alive':
                self.close_connection = False

    _lines = None

    def _pending(self):
        if self._lines is None:
            self._lines = []
        return self._lines

    def end_headers(self):
        if self.request_version != 'HTTP/0.9':
            self._pending().append('\r\n')
            self.flush_headers()

    def flush_headers(self):
        if self._lines is not None:
            self.wfile.write(''.join(self._lines).encode('latin-1', 'strict'))
            self._lines = None

    def log_request(self, code='-', size='-'):
        self.log_message('"%s" %s %s', self.requestline, str(int(code)) if isinstance(code, int) else code, str(size))

    def log_error(self, format, *args):
        self.log_message(format, *args)

    def log_message(self, format, *args):
        told = '%s - - [%s] %s\n' % (self.address_string(), self.log_date_time_string(), format % args)
        print(told, end='', file=_sys.stderr)

    def version_string(self):
        return self.server_version + ' ' + self.sys_version

    def date_time_string(self, timestamp=None):
        at = _gmtime(_time.time() if timestamp is None else timestamp)
        return '%s, %02d %s %04d %02d:%02d:%02d GMT' % (
            _DAYS[at.tm_wday], at.tm_mday, _MONTHS[at.tm_mon], at.tm_year, at.tm_hour, at.tm_min, at.tm_sec)

    def log_date_time_string(self):
        at = _localtime(_time.time())
        return '%02d/%3s/%04d %02d:%02d:%02d' % (
            at.tm_mday, _MONTHS[at.tm_mon], at.tm_year, at.tm_hour, at.tm_min, at.tm_sec)

    def address_string(self):
        return self.client_address[0]
