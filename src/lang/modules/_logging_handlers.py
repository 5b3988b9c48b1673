# Where records of the log go: filters and handlers, each handler with a lock of its own.

import sys as _sys
import threading as _threading
import traceback as _traceback
from _logging_format import Formatter
from _logging_record import NOTSET, WARNING, getLevelName, level_number as _checkLevel
from os import fspath as _fspath, getcwd as _getcwd

_lock = _threading.RLock()
_handlers = []

# The module that programs see, which may have set raiseExceptions.
def _complains():
    import logging
    return logging.raiseExceptions

class Filter:
    __module__ = 'logging'

    def __init__(self, name=''):
        self.name = name

    def filter(self, record):
        if not self.name or record.name == self.name:
            return True
        return record.name.startswith(self.name + '.')

class Filterer:
    __module__ = 'logging'

    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        if filter not in self.filters:
            self.filters.append(filter)

    def removeFilter(self, filter):
        if filter in self.filters:
            self.filters.remove(filter)

    def filter(self, record):
        for one in self.filters:
            accepts = one.filter(record) if hasattr(one, 'filter') else one(record)
            if not accepts:
                return False
        return True

_defaultFormatter = Formatter()

class Handler(Filterer):
    __module__ = 'logging'

    def __init__(self, level=NOTSET):
        Filterer.__init__(self)
        self._name = None
        self.level = _checkLevel(level)
        self.formatter = None
        self._closed = False
        with _lock:
            _handlers.append(self)
        self.createLock()

    def get_name(self):
        return self._name

    def set_name(self, name):
        self._name = name

    name = property(get_name, set_name)

    def createLock(self):
        self.lock = _threading.RLock()

    def acquire(self):
        if self.lock:
            self.lock.acquire()

    def release(self):
        if self.lock:
            self.lock.release()

    def setLevel(self, level):
        self.level = _checkLevel(level)

    def format(self, record):
        return (self.formatter or _defaultFormatter).format(record)

    def emit(self, record):
        raise NotImplementedError('emit must be implemented by Handler subclasses')

    def handle(self, record):
        accepts = self.filter(record)
        if accepts:
            self.acquire()
            try:
                self.emit(record)
            finally:
                self.release()
        return accepts

    def setFormatter(self, fmt):
        self.formatter = fmt

    def flush(self):
        pass

    def close(self):
        with _lock:
            self._closed = True
            if self in _handlers:
                _handlers.remove(self)

    def handleError(self, record):
        if _complains() and _sys.stderr:
            write = _sys.stderr.write
            write('--- Logging error ---\n')
            _traceback.print_exc()
            write('Call stack:\n')
            _traceback.print_stack()
            write(f'Message: {record.msg!r}\nArguments: {record.args}\n')

    def __repr__(self):
        return f'<{type(self).__name__} ({getLevelName(self.level)})>'

class StreamHandler(Handler):
    __module__ = 'logging'
    terminator = '\n'

    def __init__(self, stream=None):
        Handler.__init__(self)
        self.stream = _sys.stderr if stream is None else stream

    def flush(self):
        self.acquire()
        try:
            if self.stream and hasattr(self.stream, 'flush'):
                self.stream.flush()
        finally:
            self.release()

    def emit(self, record):
        try:
            self.stream.write(self.format(record) + self.terminator)
            self.flush()
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)

    def setStream(self, stream):
        if stream is self.stream:
            return None
        before = self.stream
        self.acquire()
        try:
            self.flush()
            self.stream = stream
        finally:
            self.release()
        return before

    def __repr__(self):
        name = str(getattr(self.stream, 'name', ''))
        return f'<{type(self).__name__} {name + " " if name else ""}({getLevelName(self.level)})>'

class FileHandler(StreamHandler):
    __module__ = 'logging'

    def __init__(self, filename, mode='a', encoding=None, delay=False, errors=None):
        filename = _fspath(filename)
        self.baseFilename = filename if filename.startswith('/') else _getcwd().rstrip('/') + '/' + filename
        self._path = filename
        self.mode = mode
        self.encoding = encoding
        self.errors = errors
        self.delay = delay
        Handler.__init__(self)
        self.stream = None if delay else self._open()

    def _open(self):
        return open(self._path, self.mode, encoding=self.encoding, errors=self.errors)

    def close(self):
        self.acquire()
        try:
            if self.stream:
                stream, self.stream = self.stream, None
                stream.close()
            Handler.close(self)
        finally:
            self.release()

    def emit(self, record):
        if self.stream is None and (self.mode != 'w' or not self._closed):
            self.stream = self._open()
        if self.stream:
            StreamHandler.emit(self, record)

    def __repr__(self):
        return f'<{type(self).__name__} {self.baseFilename} ({getLevelName(self.level)})>'

class NullHandler(Handler):
    __module__ = 'logging'

    def handle(self, record):
        pass

    def emit(self, record):
        pass

    def createLock(self):
        self.lock = None

class _StderrHandler(StreamHandler):
    def __init__(self, level=NOTSET):
        Handler.__init__(self, level)

    stream = property(lambda self: _sys.stderr)

lastResort = _StderrHandler(WARNING)

