# What can be wrong with a message.


class HttpProcessingError(Exception):
    code = 0
    message = ''
    headers = None

    def __init__(self, *, code=None, message='', headers=None):
        if code is not None:
            self.code = code
        self.headers = headers
        self.message = message
        super().__init__('%s, message=%r' % (self.code, message))


class BadHttpMessage(HttpProcessingError):
    code = 400
    message = 'Bad Request'
