# Pools of one's own that use the parts of ThreadPoolExecutor by their names, as recipes do; pools that nobody refers to end.
import asyncio
import logging
import queue
import sys
import threading
from concurrent.futures import Future, ThreadPoolExecutor, _base
from concurrent.futures.thread import _threads_queues, _worker, _WorkItem
import weakref


class Ranked(_WorkItem):
    def __init__(self, rank, *rest):
        super().__init__(*rest)
        self.rank = rank

    def __lt__(self, other):
        return self.rank < other.rank


class ByPriority(ThreadPoolExecutor):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._work_queue = queue.PriorityQueue()

    def submit(self, fn, /, *args, priority=0, **kwargs):
        with self._shutdown_lock:
            if self._shutdown:
                raise RuntimeError('cannot schedule new futures after shutdown')
            future = _base.Future()
            self._work_queue.put(Ranked(priority, future, fn, args, kwargs))
            self._adjust_thread_count()
            return future

    def shutdown(self, wait=True):
        with self._shutdown_lock:
            self._shutdown = True
            for _ in self._threads:
                self._work_queue.put(Ranked(1000, Future(), sys.exit, (), {}))


class Daemons(ThreadPoolExecutor):
    def _adjust_thread_count(self):
        if self._idle_semaphore.acquire(timeout=0):
            return
        if len(self._threads) < self._max_workers:
            def dies(_, queue=self._work_queue):
                queue.put(None)

            thread = threading.Thread(target=_worker, daemon=True, args=(
                weakref.ref(self, dies), self._work_queue, self._initializer, self._initargs))
            thread.start()
            self._threads.add(thread)


gate = threading.Event()
seen = []
pool = Daemons(2)
print(pool.submit(lambda: threading.current_thread().daemon).result(), len(_threads_queues))
pool.shutdown()
pool = ByPriority(1)
first = pool.submit(gate.wait, priority=-1)
while not first.running():
    pass
later = [pool.submit(seen.append, rank, priority=rank) for rank in (3, 1, 2)]
gate.set()
for future in later:
    future.result()
print(seen, len(pool._threads), pool._shutdown)
_threads_queues.clear()

unnamed = ThreadPoolExecutor(2)
unnamed.submit(gate.wait).result()
threads = set(unnamed._threads)
del unnamed
for thread in threads:
    thread.join()
print('all have ended', [thread.is_alive() for thread in threads])

logging.basicConfig(stream=sys.stdout, format='%(name)s %(levelname)s')
future = Future()
future.cancel()
future.set_running_or_notify_cancel()
try:
    future.set_running_or_notify_cancel()
except RuntimeError as error:
    print(error)


async def late():
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, seen.clear)
    await loop.shutdown_default_executor()
    try:
        await loop.run_in_executor(None, seen.clear)
    except RuntimeError as error:
        print(error)


def at_exit(*args, **kwargs):
    print('at exit', args, kwargs)
    try:
        threading._register_atexit(print)
    except RuntimeError as error:
        print(error)
    import os
    sys.stdout.flush()
    os._exit(0)


asyncio.run(late())
threading._register_atexit(at_exit, 1, two=2)

# expect:
# True 0
# [1, 2, 3] 1 False
# all have ended [False]
# concurrent.futures CRITICAL
# Future in unexpected state
# Executor shutdown has been called
# at exit (1,) {'two': 2}
# can't register atexit after shutdown
