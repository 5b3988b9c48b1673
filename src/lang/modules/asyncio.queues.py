from asyncio.locks import Event, _BoundToLoop
from collections import deque
from heapq import heappop, heappush

__all__ = ['LifoQueue', 'PriorityQueue', 'Queue', 'QueueEmpty', 'QueueFull']


class QueueEmpty(Exception):
    __module__ = 'asyncio.queues'


class QueueFull(Exception):
    __module__ = 'asyncio.queues'


# The first who waits and has not been woken yet.
def _wake_next(waiters):
    while waiters:
        waiter = waiters.popleft()
        if not waiter.done():
            waiter.set_result(None)
            break


class Queue(_BoundToLoop):
    __module__ = 'asyncio.queues'

    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters = deque()
        self._putters = deque()
        self._unfinished_tasks = 0
        self._finished = Event()
        self._finished.set()
        self._init(maxsize)

    __class_getitem__ = classmethod(generic_alias)

    def __repr__(self):
        return '<%s at %#x %s>' % (type(self).__name__, id(self), self._told())

    def __str__(self):
        return '<%s %s>' % (type(self).__name__, self._told())

    def _told(self):
        told = 'maxsize=%r' % self._maxsize
        if self._queue:
            told += ' _queue=%r' % list(self._queue)
        if self._getters:
            told += ' _getters[%d]' % len(self._getters)
        if self._putters:
            told += ' _putters[%d]' % len(self._putters)
        if self._unfinished_tasks:
            told += ' tasks=%d' % self._unfinished_tasks
        return told

    def _init(self, maxsize):
        self._queue = deque()

    def _get(self):
        return self._queue.popleft()

    def _put(self, item):
        self._queue.append(item)

    @property
    def maxsize(self):
        return self._maxsize

    def qsize(self):
        return len(self._queue)

    def empty(self):
        return not self._queue

    def full(self):
        return self._maxsize > 0 and self.qsize() >= self._maxsize

    async def put(self, item):
        while self.full():
            await self._wait(self._putters, self.full)
        return self.put_nowait(item)

    async def get(self):
        while self.empty():
            await self._wait(self._getters, self.empty)
        return self.get_nowait()

    # Waits in the row. Who was woken and cancelled before it could run wakes the next in its place.
    async def _wait(self, waiters, still_blocked):
        waiter = self._own_loop().create_future()
        waiter._awaited_as = 'Queue'
        waiters.append(waiter)
        try:
            await waiter
        except:
            waiter.cancel()
            try:
                waiters.remove(waiter)
            except ValueError:
                pass
            if not still_blocked() and not waiter.cancelled():
                _wake_next(waiters)
            raise

    def put_nowait(self, item):
        if self.full():
            raise QueueFull
        self._put(item)
        self._unfinished_tasks += 1
        self._finished.clear()
        _wake_next(self._getters)

    def get_nowait(self):
        if self.empty():
            raise QueueEmpty
        item = self._get()
        _wake_next(self._putters)
        return item

    def task_done(self):
        if self._unfinished_tasks <= 0:
            raise ValueError('task_done() called too many times')
        self._unfinished_tasks -= 1
        if self._unfinished_tasks == 0:
            self._finished.set()

    async def join(self):
        if self._unfinished_tasks > 0:
            await self._finished.wait()


class PriorityQueue(Queue):
    __module__ = 'asyncio.queues'

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        heappush(self._queue, item)

    def _get(self):
        return heappop(self._queue)


class LifoQueue(Queue):
    __module__ = 'asyncio.queues'

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.pop()
