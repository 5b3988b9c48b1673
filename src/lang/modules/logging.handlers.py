# Handlers that keep records, hand them to a queue, or turn their file over. Those that send records elsewhere are not here.

import copy as _copy
import logging as _logging
import os as _os
import queue as _queue
import re as _re
import threading as _threading
import time as _time

class BufferingHandler(_logging.Handler):
    # Keeps records until there are enough of them.
    def __init__(self, capacity):
        _logging.Handler.__init__(self)
        self.capacity = capacity
        self.buffer = []

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity

    def emit(self, record):
        self.buffer.append(record)
        if self.shouldFlush(record):
            self.flush()

    def flush(self):
        self.acquire()
        try:
            self.buffer.clear()
        finally:
            self.release()

    def close(self):
        try:
            self.flush()
        finally:
            _logging.Handler.close(self)

class MemoryHandler(BufferingHandler):
    # Hands what it has kept to its target when there is enough, or at a severe record.
    def __init__(self, capacity, flushLevel=_logging.ERROR, target=None, flushOnClose=True):
        BufferingHandler.__init__(self, capacity)
        self.flushLevel = flushLevel
        self.target = target
        self.flushOnClose = flushOnClose

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity or record.levelno >= self.flushLevel

    def setTarget(self, target):
        self.acquire()
        try:
            self.target = target
        finally:
            self.release()

    def flush(self):
        self.acquire()
        try:
            if self.target:
                for record in self.buffer:
                    self.target.handle(record)
                self.buffer.clear()
        finally:
            self.release()

    def close(self):
        try:
            if self.flushOnClose:
                self.flush()
        finally:
            self.acquire()
            try:
                self.target = None
                BufferingHandler.close(self)
            finally:
                self.release()

class QueueHandler(_logging.Handler):
    def __init__(self, queue):
        _logging.Handler.__init__(self)
        self.queue = queue
        self.listener = None

    def enqueue(self, record):
        self.queue.put_nowait(record)

    # A copy whose text is settled, since its arguments may change, or not be picklable.
    def prepare(self, record):
        text = self.format(record)
        record = _copy.copy(record)
        record.message = record.msg = text
        record.args = record.exc_info = record.exc_text = record.stack_info = None
        return record

    def emit(self, record):
        try:
            self.enqueue(self.prepare(record))
        except Exception:
            self.handleError(record)

class QueueListener:
    _sentinel = None

    def __init__(self, queue, *handlers, respect_handler_level=False):
        self.queue = queue
        self.handlers = handlers
        self.respect_handler_level = respect_handler_level
        self._thread = None

    def dequeue(self, block):
        return self.queue.get(block)

    def prepare(self, record):
        return record

    def start(self):
        self._thread = _threading.Thread(target=self._monitor, daemon=True)
        self._thread.start()

    def handle(self, record):
        record = self.prepare(record)
        for handler in self.handlers:
            if not self.respect_handler_level or record.levelno >= handler.level:
                handler.handle(record)

    def _monitor(self):
        counts = hasattr(self.queue, 'task_done')
        while True:
            try:
                record = self.dequeue(True)
            except _queue.Empty:
                break
            if record is not self._sentinel:
                self.handle(record)
            if counts:
                self.queue.task_done()
            if record is self._sentinel:
                break

    def enqueue_sentinel(self):
        self.queue.put_nowait(self._sentinel)

    def stop(self):
        self.enqueue_sentinel()
        self._thread.join()
        self._thread = None

class BaseRotatingHandler(_logging.FileHandler):
    namer = None
    rotator = None

    def __init__(self, filename, mode, encoding=None, delay=False, errors=None):
        _logging.FileHandler.__init__(self, filename, mode=mode, encoding=encoding, delay=delay, errors=errors)

    def emit(self, record):
        try:
            if self.shouldRollover(record):
                self.doRollover()
            _logging.FileHandler.emit(self, record)
        except Exception:
            self.handleError(record)

    def rotation_filename(self, default_name):
        return self.namer(default_name) if callable(self.namer) else default_name

    def rotate(self, source, dest):
        if callable(self.rotator):
            self.rotator(source, dest)
        elif _os.path.exists(source):
            _os.rename(source, dest)

class RotatingFileHandler(BaseRotatingHandler):
    def __init__(self, filename, mode='a', maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        BaseRotatingHandler.__init__(self, filename, 'a' if maxBytes > 0 else mode, encoding, delay, errors)
        self.maxBytes = maxBytes
        self.backupCount = backupCount

    def _numbered(self, number):
        return self.rotation_filename(f'{self.baseFilename}.{number}')

    def doRollover(self):
        if self.stream:
            self.stream.close()
            self.stream = None
        if self.backupCount > 0:
            for number in range(self.backupCount - 1, 0, -1):
                source, dest = self._numbered(number), self._numbered(number + 1)
                if _os.path.exists(source):
                    if _os.path.exists(dest):
                        _os.remove(dest)
                    _os.rename(source, dest)
            dest = self._numbered(1)
            if _os.path.exists(dest):
                _os.remove(dest)
            self.rotate(self.baseFilename, dest)
        if not self.delay:
            self.stream = self._open()

    def shouldRollover(self, record):
        if self.maxBytes <= 0:
            return False
        if self.stream is None:
            self.stream = self._open()
        text = self.format(record) + '\n'
        self.stream.seek(0, 2)
        return self.stream.tell() + len(text) >= self.maxBytes

_DAY = 24 * 60 * 60
# For each kind of interval: its seconds, and what a file that was turned over is named after.
_INTERVALS = {
    'S': (1, '%Y-%m-%d_%H-%M-%S', r'\d{4}-\d{2}-\d{2}_\d{2}-\d{2}-\d{2}'),
    'M': (60, '%Y-%m-%d_%H-%M', r'\d{4}-\d{2}-\d{2}_\d{2}-\d{2}'),
    'H': (60 * 60, '%Y-%m-%d_%H', r'\d{4}-\d{2}-\d{2}_\d{2}'),
    'D': (_DAY, '%Y-%m-%d', r'\d{4}-\d{2}-\d{2}'),
    'W': (7 * _DAY, '%Y-%m-%d', r'\d{4}-\d{2}-\d{2}'),
}

class TimedRotatingFileHandler(BaseRotatingHandler):
    # Turns its file over at certain times. The first is counted from when it is made.
    def __init__(self, filename, when='h', interval=1, backupCount=0, encoding=None, delay=False, utc=False, atTime=None,
                 errors=None):
        BaseRotatingHandler.__init__(self, filename, 'a', encoding=encoding, delay=delay, errors=errors)
        self.when = when.upper()
        self.backupCount = backupCount
        self.utc = utc
        self.atTime = atTime
        seconds, self.suffix, found = _INTERVALS[self._kind()]
        self.extMatch = _re.compile(rf'^{found}(\.\w+)?$', _re.ASCII)
        self.interval = seconds * interval
        self.rolloverAt = self.computeRollover(int(_time.time()))

    def _kind(self):
        when = self.when
        if when.startswith('W'):
            if len(when) != 2:
                raise ValueError('You must specify a day for weekly rollover from 0 to 6 (0 is Monday): %s' % when)
            if not '0' <= when[1] <= '6':
                raise ValueError('Invalid day specified for weekly rollover: %s' % when)
            self.dayOfWeek = int(when[1])
            return 'W'
        kind = 'D' if when == 'MIDNIGHT' else when
        if kind not in _INTERVALS:
            raise ValueError('Invalid rollover interval specified: %s' % when)
        return kind

    def _moment(self, seconds):
        return _time.gmtime(seconds) if self.utc else _time.localtime(seconds)

    def _is_at_an_hour(self):
        return self.when == 'MIDNIGHT' or self.when.startswith('W')

    def computeRollover(self, currentTime):
        if not self._is_at_an_hour():
            return currentTime + self.interval
        moment, at = self._moment(currentTime), self.atTime
        day = moment.tm_wday
        turn = _DAY if at is None else (at.hour * 60 + at.minute) * 60 + at.second
        wait = turn - ((moment.tm_hour * 60 + moment.tm_min) * 60 + moment.tm_sec)
        if wait < 0:
            wait += _DAY
            day = (day + 1) % 7
        result = currentTime + wait
        if not self.when.startswith('W') or day == self.dayOfWeek:
            return result
        return self._as_by_the_clock(moment.tm_isdst, result + (self.dayOfWeek - day) % 7 * _DAY)

    # The same hour of the day, where summer time begins or ends before.
    def _as_by_the_clock(self, summer_now, seconds):
        summer_then = 0 if self.utc else _time.localtime(seconds).tm_isdst
        if self.utc or summer_now == summer_then:
            return seconds
        return seconds + (3600 if summer_now else -3600)

    def shouldRollover(self, record):
        now = int(_time.time())
        if now < self.rolloverAt:
            return False
        if _os.path.exists(self.baseFilename) and not _os.path.isfile(self.baseFilename):
            self.rolloverAt = self.computeRollover(now)
            return False
        return True

    def getFilesToDelete(self):
        folder, base = _os.path.split(self.baseFilename)
        start = base + '.' if self.namer is None else _os.path.splitext(base)[0] + '.'
        found = sorted([_os.path.join(folder, name) for name in _os.listdir(folder) if name.startswith(start)
                        and any([self.extMatch.match(part) for part in name[len(start):].split('.')])])
        return found[:max(0, len(found) - self.backupCount)]

    def doRollover(self):
        if self.stream:
            self.stream.close()
            self.stream = None
        now = int(_time.time())
        begun = self.rolloverAt - self.interval
        moment, summer = self._moment(begun), _time.localtime(now).tm_isdst
        if not self.utc and moment.tm_isdst != summer:
            moment = _time.localtime(begun + (3600 if summer else -3600))
        dest = self.rotation_filename(self.baseFilename + '.' + _time.strftime(self.suffix, moment))
        if _os.path.exists(dest):
            _os.remove(dest)
        self.rotate(self.baseFilename, dest)
        if self.backupCount > 0:
            for name in self.getFilesToDelete():
                _os.remove(name)
        if not self.delay:
            self.stream = self._open()
        following = self.computeRollover(now)
        while following <= now:
            following += self.interval
        self.rolloverAt = self._as_by_the_clock(summer, following) if self._is_at_an_hour() else following
