__all__ = [
    'BASIC_FORMAT', 'CRITICAL', 'DEBUG', 'ERROR', 'FATAL', 'FileHandler', 'Filter', 'Formatter', 'Handler', 'INFO',
    'LogRecord', 'Logger', 'LoggerAdapter', 'NOTSET', 'NullHandler', 'StreamHandler', 'WARN', 'WARNING', 'addLevelName',
    'basicConfig', 'captureWarnings', 'critical', 'debug', 'disable', 'error', 'exception', 'fatal', 'getLevelName',
    'getLevelNamesMapping', 'getLogRecordFactory', 'getLogger', 'getLoggerClass', 'info', 'lastResort', 'log',
    'logThreads', 'logProcesses', 'makeLogRecord', 'raiseExceptions', 'setLogRecordFactory', 'setLoggerClass',
    'shutdown', 'warn', 'warning',
]

import atexit as _atexit
import sys as _sys
import traceback as _traceback
from _introspection import frames as _frames
from _logging_format import BASIC_FORMAT, BufferingFormatter, Formatter, PercentStyle, StrFormatStyle
from _logging_format import StringTemplateStyle
from _logging_handlers import FileHandler, Filter, Filterer, Handler, NullHandler, StreamHandler, _handlers, _lock
from _logging_handlers import lastResort
from _logging_record import CRITICAL, DEBUG, ERROR, FATAL, INFO, LogRecord, NOTSET, WARN, WARNING, addLevelName
from _logging_record import _NAMES as _levelToName, _NUMBERS as _nameToLevel
from _logging_record import getLevelName, getLevelNamesMapping, getLogRecordFactory, level_number as _checkLevel
from _logging_record import makeLogRecord, setLogRecordFactory

raiseExceptions = True
logThreads = True
logProcesses = True
logMultiprocessing = True

def _acquireLock():
    _lock.acquire()

def _releaseLock():
    _lock.release()

class PlaceHolder:
    # Stands for a logger of which only others below are known.
    def __init__(self, logger):
        self.below = [logger]

class Manager:
    def __init__(self, root):
        self.root = root
        self.disable = NOTSET
        self.loggerDict = {}
        self.loggerClass = None

    def getLogger(self, name):
        if not isinstance(name, str):
            raise TypeError('A logger name must be a string')
        with _lock:
            found = self.loggerDict.get(name)
            if isinstance(found, Logger):
                return found
            made = (self.loggerClass or _loggerClass)(name)
            made.manager = self
            self.loggerDict[name] = made
            if found is not None:
                self._adopt(found, made)
            self._find_parent(made)
            return made

    def setLoggerClass(self, klass):
        self.loggerClass = klass

    def _find_parent(self, logger):
        parent = None
        end = logger.name.rfind('.')
        while end > 0 and parent is None:
            above = logger.name[:end]
            found = self.loggerDict.get(above)
            if found is None:
                self.loggerDict[above] = PlaceHolder(logger)
            elif isinstance(found, Logger):
                parent = found
            else:
                found.below.append(logger)
            end = above.rfind('.')
        logger.parent = parent or self.root

    def _adopt(self, placeholder, logger):
        for child in placeholder.below:
            if not child.parent.name.startswith(logger.name):
                logger.parent = child.parent
                child.parent = logger

    def _clear_cache(self):
        with _lock:
            for logger in self.loggerDict.values():
                if isinstance(logger, Logger):
                    logger._cache.clear()
            self.root._cache.clear()

class Logger(Filterer):
    __module__ = 'logging'

    def __init__(self, name, level=NOTSET):
        Filterer.__init__(self)
        self.name = name
        self.level = _checkLevel(level)
        self.parent = None
        self.propagate = True
        self.handlers = []
        self.disabled = False
        self._cache = {}

    def setLevel(self, level):
        self.level = _checkLevel(level)
        self.manager._clear_cache()

    def debug(self, msg, *args, **kwargs):
        if self.isEnabledFor(DEBUG):
            self._log(DEBUG, msg, args, **kwargs)

    def info(self, msg, *args, **kwargs):
        if self.isEnabledFor(INFO):
            self._log(INFO, msg, args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        if self.isEnabledFor(WARNING):
            self._log(WARNING, msg, args, **kwargs)

    def warn(self, msg, *args, **kwargs):
        self.warning(msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        if self.isEnabledFor(ERROR):
            self._log(ERROR, msg, args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.error(msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        if self.isEnabledFor(CRITICAL):
            self._log(CRITICAL, msg, args, **kwargs)

    def fatal(self, msg, *args, **kwargs):
        self.critical(msg, *args, **kwargs)

    def log(self, level, msg, *args, **kwargs):
        if not isinstance(level, int):
            if raiseExceptions:
                raise TypeError('level must be an integer')
            return
        if self.isEnabledFor(level):
            self._log(level, msg, args, **kwargs)

    def findCaller(self, stack_info=False, stacklevel=1):
        found = _frames(max(stacklevel, 1))
        filename, lineno, function = found[-1][:3] if found else ('(unknown file)', 0, '(unknown function)')
        shown = None
        if stack_info:
            shown = 'Stack (most recent call last):\n' + ''.join(_traceback.format_stack()).rstrip('\n')
        return filename, lineno, function, shown

    def makeRecord(self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None, sinfo=None):
        record = getLogRecordFactory()(name, level, fn, lno, msg, args, exc_info, func, sinfo)
        if extra is not None:
            for key in extra:
                if key in ('message', 'asctime') or key in record.__dict__:
                    raise KeyError('Attempt to overwrite %r in LogRecord' % key)
                setattr(record, key, extra[key])
        return record

    def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        filename, lineno, function, shown = self.findCaller(stack_info, stacklevel)
        if exc_info:
            if isinstance(exc_info, BaseException):
                exc_info = (type(exc_info), exc_info, exc_info.__traceback__)
            elif not isinstance(exc_info, tuple):
                exc_info = _sys.exc_info()
        record = self.makeRecord(self.name, level, filename, lineno, msg, args, exc_info, function, extra, shown)
        self.handle(record)

    def handle(self, record):
        if not self.disabled and self.filter(record):
            self.callHandlers(record)

    def addHandler(self, hdlr):
        with _lock:
            if hdlr not in self.handlers:
                self.handlers.append(hdlr)

    def removeHandler(self, hdlr):
        with _lock:
            if hdlr in self.handlers:
                self.handlers.remove(hdlr)

    def hasHandlers(self):
        logger = self
        while logger:
            if logger.handlers:
                return True
            logger = logger.parent if logger.propagate else None
        return False

    def callHandlers(self, record):
        logger = self
        found = 0
        while logger:
            for handler in logger.handlers:
                found += 1
                if record.levelno >= handler.level:
                    handler.handle(record)
            logger = logger.parent if logger.propagate else None
        if found == 0 and lastResort and record.levelno >= lastResort.level:
            lastResort.handle(record)

    def getEffectiveLevel(self):
        logger = self
        while logger:
            if logger.level:
                return logger.level
            logger = logger.parent
        return NOTSET

    def isEnabledFor(self, level):
        if self.disabled:
            return False
        known = self._cache.get(level)
        if known is None:
            with _lock:
                known = self.manager.disable < level and level >= self.getEffectiveLevel()
                self._cache[level] = known
        return known

    def getChild(self, suffix):
        if self is not root:
            suffix = self.name + '.' + suffix
        return self.manager.getLogger(suffix)

    def __repr__(self):
        return f'<{type(self).__name__} {self.name} ({getLevelName(self.getEffectiveLevel())})>'

class RootLogger(Logger):
    __module__ = 'logging'

    def __init__(self, level):
        Logger.__init__(self, 'root', level)

_loggerClass = Logger

from _logging_adapter import LoggerAdapter

root = RootLogger(WARNING)
Logger.root = root
Logger.manager = root.manager = Manager(root)

def setLoggerClass(klass):
    global _loggerClass
    if klass != Logger and not issubclass(klass, Logger):
        raise TypeError('logger not derived from logging.Logger: ' + klass.__name__)
    _loggerClass = klass

def getLoggerClass():
    return _loggerClass

def getLogger(name=None):
    if not name or isinstance(name, str) and name == root.name:
        return root
    return Logger.manager.getLogger(name)

_OPTIONS = ('filename', 'filemode', 'format', 'datefmt', 'style', 'level', 'stream', 'handlers', 'force', 'encoding',
            'errors')

def _chosen_handlers(options):
    handlers = options.get('handlers')
    filename, stream = options.get('filename'), options.get('stream')
    if handlers is None:
        if 'stream' in options and 'filename' in options:
            raise ValueError("'stream' and 'filename' should not be specified together")
    elif 'stream' in options or 'filename' in options:
        raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
    if handlers is not None:
        return handlers
    if filename:
        return [FileHandler(filename, options.get('filemode', 'a'), options.get('encoding'))]
    return [StreamHandler(stream)]

def basicConfig(**kwargs):
    with _lock:
        if kwargs.get('force', False):
            for handler in root.handlers[:]:
                root.removeHandler(handler)
                handler.close()
        if root.handlers:
            return
        handlers = _chosen_handlers(kwargs)
        style = kwargs.get('style', '%')
        formatter = Formatter(kwargs.get('format', BASIC_FORMAT[style] if style in BASIC_FORMAT else None),
                              kwargs.get('datefmt'), style)
        for handler in handlers:
            if handler.formatter is None:
                handler.setFormatter(formatter)
            root.addHandler(handler)
        if kwargs.get('level') is not None:
            root.setLevel(kwargs['level'])
        unknown = ', '.join(key for key in kwargs if key not in _OPTIONS)
        if unknown:
            raise ValueError('Unrecognised argument(s): %s' % unknown)

def _ready():
    if not root.handlers:
        basicConfig()
    return root

def critical(msg, *args, **kwargs):
    _ready().critical(msg, *args, **kwargs)

def fatal(msg, *args, **kwargs):
    critical(msg, *args, **kwargs)

def error(msg, *args, **kwargs):
    _ready().error(msg, *args, **kwargs)

def exception(msg, *args, exc_info=True, **kwargs):
    error(msg, *args, exc_info=exc_info, **kwargs)

def warning(msg, *args, **kwargs):
    _ready().warning(msg, *args, **kwargs)

def warn(msg, *args, **kwargs):
    warning(msg, *args, **kwargs)

def info(msg, *args, **kwargs):
    _ready().info(msg, *args, **kwargs)

def debug(msg, *args, **kwargs):
    _ready().debug(msg, *args, **kwargs)

def log(level, msg, *args, **kwargs):
    _ready().log(level, msg, *args, **kwargs)

def disable(level=CRITICAL):
    root.manager.disable = _checkLevel(level)
    root.manager._clear_cache()

def captureWarnings(capture):
    import warnings
    warnings._captured_by(_log_warning if capture else None)

def _log_warning(text):
    logger = getLogger('py.warnings')
    if not logger.handlers:
        logger.addHandler(NullHandler())
    logger.warning('%s', text)

def shutdown(handlerList=_handlers):
    for handler in reversed(handlerList[:]):
        try:
            handler.acquire()
            try:
                handler.flush()
                handler.close()
            finally:
                handler.release()
        except (OSError, ValueError):
            pass

_atexit.register(shutdown)
