# The queue that is native code in CPython: a list and a lock as its gate. Nothing in it can be interrupted, but who finds
# it empty waits at the gate without the interpreter's lock.

from _thread import allocate_lock, TIMEOUT_MAX
from collections import deque
from time import monotonic

_INFINITE = float('inf')


class Empty(Exception):
    pass


class SimpleQueue:
    def __init__(self):
        self._items = deque()
        self._gate = allocate_lock()
        self._closed = False

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle '_queue.SimpleQueue' object")

    def put(self, item, block=True, timeout=None):
        self._items.append(item)
        if self._closed:
            self._closed = False
            self._gate.release()

    def put_nowait(self, item):
        self.put(item)

    def get(self, block=True, timeout=None):
        end = None
        if block and timeout is not None:
            if timeout < 0:
                if timeout == -_INFINITE:
                    raise OverflowError('timestamp out of range for platform time_t')
                raise ValueError("'timeout' must be a non-negative number")
            if timeout > TIMEOUT_MAX:
                raise OverflowError('timeout value is too large')
            end = monotonic() + timeout
        while not self._items:
            if not self._gate.acquire(False):
                if not block:
                    raise Empty
                if end is None:
                    self._gate.acquire()
                else:
                    left = end - monotonic()
                    if left <= 0 or not self._gate.acquire(True, left):
                        raise Empty
            self._closed = True
        item = self._items.popleft()
        # Who else waits looks for itself.
        if self._closed:
            self._closed = False
            self._gate.release()
        return item

    def get_nowait(self):
        return self.get(False)

    def empty(self):
        return not self._items

    def qsize(self):
        return len(self._items)
