# Levels of messages, and what is known of one message.

import sys as _sys
import threading as _threading
import time as _time
from os import getpid as _getpid

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0

_NAMES = {CRITICAL: 'CRITICAL', ERROR: 'ERROR', WARNING: 'WARNING', INFO: 'INFO', DEBUG: 'DEBUG', NOTSET: 'NOTSET'}
_NUMBERS = {'CRITICAL': CRITICAL, 'FATAL': FATAL, 'ERROR': ERROR, 'WARN': WARNING, 'WARNING': WARNING, 'INFO': INFO,
            'DEBUG': DEBUG, 'NOTSET': NOTSET}

_start = _time.time()

def getLevelName(level):
    found = _NAMES.get(level)
    if found is None:
        found = _NUMBERS.get(level)
    return 'Level %s' % level if found is None else found

def getLevelNamesMapping():
    return _NUMBERS.copy()

def addLevelName(level, levelName):
    _NAMES[level] = levelName
    _NUMBERS[levelName] = level

def level_number(level):
    if isinstance(level, int):
        return level
    if str(level) != level:
        raise TypeError('Level not an integer or a valid string: %r' % (level,))
    if level not in _NUMBERS:
        raise ValueError('Unknown level: %r' % (level,))
    return _NUMBERS[level]

class LogRecord:
    __module__ = 'logging'

    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs):
        created = _time.time()
        if args and len(args) == 1 and isinstance(args[0], dict) and args[0]:
            args = args[0]
        self.name = name
        self.msg = msg
        self.args = args
        self.levelname = getLevelName(level)
        self.levelno = level
        self.pathname = pathname
        self.filename = pathname[pathname.rfind('/') + 1:]
        self.module = self.filename[:self.filename.rfind('.')] if '.' in self.filename else self.filename
        self.exc_info = exc_info
        self.exc_text = None
        self.stack_info = sinfo
        self.lineno = lineno
        self.funcName = func
        self.created = created
        self.msecs = int((created - int(created)) * 1000) + 0.0
        self.relativeCreated = (created - _start) * 1000
        self.thread = _threading.get_ident()
        self.threadName = _threading.current_thread().name
        processes = _sys.modules.get('multiprocessing')
        self.processName = 'MainProcess' if processes is None else processes.current_process().name
        self.process = _getpid()

    def getMessage(self):
        message = str(self.msg)
        return message % self.args if self.args else message

    def __repr__(self):
        return f'<LogRecord: {self.name}, {self.levelno}, {self.pathname}, {self.lineno}, "{self.msg}">'

_factory = LogRecord

def setLogRecordFactory(factory):
    global _factory
    _factory = factory

def getLogRecordFactory():
    return _factory

def makeLogRecord(dict):
    record = _factory(None, None, '', 0, '', (), None, None)
    for key, value in dict.items():
        setattr(record, key, value)
    return record
