# A server of files. Executed in the variables of `http.server` when first wanted.

import os as _os
import shutil as _shutil
import urllib.parse as _parse


class SimpleHTTPRequestHandler(BaseHTTPRequestHandler):
    __module__ = 'http.server'
    server_version = 'SimpleHTTP/0.6'
    extensions_map = {
        '.gz': 'application/gzip', '.Z': 'application/octet-stream', '.bz2': 'application/x-bzip2',
        '.xz': 'application/x-xz',
    }

    def __init__(self, *args, directory=None, **kwargs):
        self.directory = _os.getcwd() if directory is None else _os.fspath(directory)
        super().__init__(*args, **kwargs)

    def do_GET(self):
        source = self.send_head()
        if source:
            with source:
                self.copyfile(source, self.wfile)

    def do_HEAD(self):
        source = self.send_head()
        if source:
            source.close()

    # Sends what stands before the content, and gives a file with that, or None where all has been said.
    def send_head(self):
        path = self.translate_path(self.path)
        if _os.path.isdir(path):
            parts = _parse.urlsplit(self.path)
            if not parts.path.endswith('/'):
                return self._sent_on(_parse.urlunsplit(parts._replace(path=parts.path + '/', fragment=parts.fragment)))
            pages = [_os.path.join(path, name) for name in ('index.html', 'index.htm')]
            path = next(filter(_os.path.isfile, pages), None) or path
            if path not in pages:
                return self.list_directory(path)
        if path.endswith('/'):
            return self.send_error(HTTPStatus.NOT_FOUND, 'File not found')
        try:
            source = open(path, 'rb')
        except OSError:
            return self.send_error(HTTPStatus.NOT_FOUND, 'File not found')
        status = _os.stat(path)
        if self._is_known(status.st_mtime):
            source.close()
            self.send_response(HTTPStatus.NOT_MODIFIED)
            self.end_headers()
            return None
        self._describe(self.guess_type(path), status.st_size, status.st_mtime)
        return source

    def _sent_on(self, url):
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header('Location', url)
        self.send_header('Content-Length', '0')
        self.end_headers()

    def _describe(self, kind, size, changed=None):
        self.send_response(HTTPStatus.OK)
        self.send_header('Content-type', kind)
        self.send_header('Content-Length', str(size))
        if changed is not None:
            self.send_header('Last-Modified', self.date_time_string(changed))
        self.end_headers()

    # Whether who asks has what was last changed then.
    def _is_known(self, changed):
        since = self.headers.get('If-Modified-Since')
        if since is None or 'If-None-Match' in self.headers:
            return False
        from calendar import timegm
        try:
            return int(changed) <= timegm(_time.strptime(since, '%a, %d %b %Y %H:%M:%S GMT'))
        except ValueError:
            return False

    def list_directory(self, path):
        from io import BytesIO
        try:
            names = sorted(_os.listdir(path), key=str.lower)
        except OSError:
            return self.send_error(HTTPStatus.NOT_FOUND, 'No permission to list directory')
        title = 'Directory listing for ' + _escape(_parse.unquote(self.path), quote=False)
        lines = [
            '<!DOCTYPE HTML>', '<html lang="en">', '<head>', '<meta charset="utf-8">', f'<title>{title}</title>\n</head>',
            f'<body>\n<h1>{title}</h1>', '<hr>\n<ul>',
        ]
        for name in names:
            whole = _os.path.join(path, name)
            link = name + '/' if _os.path.isdir(whole) else name
            shown = name + '@' if _os.path.islink(whole) else link
            lines.append('<li><a href="%s">%s</a></li>' % (_parse.quote(link), _escape(shown, quote=False)))
        lines.append('</ul>\n<hr>\n</body>\n</html>\n')
        content = '\n'.join(lines).encode()
        self._describe('text/html; charset=utf-8', len(content))
        return BytesIO(content)

    # The name of the file within the folder, out of which no path leads.
    def translate_path(self, path):
        path = path.split('?', 1)[0].split('#', 1)[0]
        ends = path.rstrip().endswith('/')
        found = self.directory
        for word in _os.path.normpath(_parse.unquote(path)).split('/'):
            if word and word not in (_os.curdir, _os.pardir):
                found = _os.path.join(found, word)
        return found + '/' if ends else found

    def copyfile(self, source, outputfile):
        _shutil.copyfileobj(source, outputfile)

    def guess_type(self, path):
        from mimetypes import guess_type
        end = _os.path.splitext(path)[1]
        known = self.extensions_map.get(end) or self.extensions_map.get(end.lower())
        return known or guess_type(path)[0] or 'application/octet-stream'
