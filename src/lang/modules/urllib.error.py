__all__ = ['ContentTooShortError', 'HTTPError', 'URLError']


class URLError(OSError):
    __module__ = 'urllib.error'

    def __init__(self, reason, filename=None):
        super().__init__(reason)
        self.reason = reason
        if filename is not None:
            self.filename = filename

    def __str__(self):
        return '<urlopen error %s>' % self.reason


class HTTPError(URLError):
    __module__ = 'urllib.error'

    def __init__(self, url, code, msg, hdrs, fp):
        self.code = code
        self.msg = msg
        self.reason = msg
        self.hdrs = hdrs
        self.headers = hdrs
        self.fp = fp
        self.filename = url
        self.url = url
        self.status = code

    def __str__(self):
        return 'HTTP Error %s: %s' % (self.code, self.msg)

    def __repr__(self):
        return '<HTTPError %s: %r>' % (self.code, self.msg)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def read(self, amount=-1):
        return self.fp.read(amount)

    def getcode(self):
        return self.code

    def geturl(self):
        return self.url

    def info(self):
        return self.headers

    def close(self):
        self.fp.close()


class ContentTooShortError(URLError):
    __module__ = 'urllib.error'

    def __init__(self, message, content):
        URLError.__init__(self, message)
        self.content = content
