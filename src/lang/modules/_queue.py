# The queue that is native code in CPython, and here where nobody has to wait. Who finds it empty waits here: nothing can be
# interrupted but the wait itself, at the queue's gate and without the interpreter's lock.

from _simple_queue import SimpleQueue, close, is_empty, patience, release, take, wait
from time import monotonic


class Empty(Exception):
    pass


def _get(queue, *given, **named):
    left = patience(*given, **named)
    end = monotonic() + left if left else None
    while is_empty(queue):
        if end is not None:
            left = max(end - monotonic(), 0.0)
        if not wait(queue, left):
            raise Empty
        close(queue)
    item = take(queue)
    # Who else waits looks for itself.
    release(queue)
    return item
