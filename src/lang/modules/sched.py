# Events at times of a clock, in the order of time, priority and entering.

import threading as _threading
from collections import namedtuple as _namedtuple
from heapq import heapify as _heapify, heappop as _heappop, heappush as _heappush
from itertools import count as _count
from time import monotonic as _monotonic, sleep as _sleep

__all__ = ['scheduler']

_NO_KEYWORDS = object()

class Event(_namedtuple('Event', 'time, priority, sequence, action, argument, kwargs')):
    __slots__ = ()

class scheduler:
    def __init__(self, timefunc=_monotonic, delayfunc=_sleep):
        self._queue = []
        self._lock = _threading.RLock()
        self.timefunc = timefunc
        self.delayfunc = delayfunc
        self._numbers = _count()

    def enterabs(self, time, priority, action, argument=(), kwargs=_NO_KEYWORDS):
        kwargs = {} if kwargs is _NO_KEYWORDS else kwargs
        with self._lock:
            event = Event(time, priority, next(self._numbers), action, argument, kwargs)
            _heappush(self._queue, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=_NO_KEYWORDS):
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        with self._lock:
            self._queue.remove(event)
            _heapify(self._queue)

    def empty(self):
        with self._lock:
            return not self._queue

    # The first event where its time has come; otherwise how long that takes.
    def _due(self):
        with self._lock:
            if not self._queue:
                return None, None
            left = self._queue[0].time - self.timefunc()
            return (None, left) if left > 0 else (_heappop(self._queue), None)

    def run(self, blocking=True):
        while True:
            event, left = self._due()
            if event is not None:
                event.action(*event.argument, **event.kwargs)
                # Other threads come to their turn.
                self.delayfunc(0)
            elif left is None:
                return None
            elif not blocking:
                return left
            else:
                self.delayfunc(left)

    @property
    def queue(self):
        with self._lock:
            return sorted(self._queue)
