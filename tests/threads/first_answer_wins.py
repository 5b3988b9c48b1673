# The same question to three sources: the first answer is taken, what has not begun is cancelled.
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
import threading

slow, begun = threading.Event(), threading.Event()


def ask(source):
    if source != 'cache':
        begun.set()
        slow.wait(timeout=10)
    return f'from {source}'


with ThreadPoolExecutor(2) as pool:
    futures = [pool.submit(ask, source) for source in ('mirror', 'cache', 'origin', 'archive', 'backup')]
    done, rest = wait(futures, return_when=FIRST_COMPLETED)
    print([future.result() for future in done if future is futures[1]])
    begun.wait(timeout=10)
    cancelled = [future for future in futures[3:] if future.cancel()]
    print(len(cancelled), 'never began', [future.cancelled() for future in futures])
    print('what runs cannot be cancelled:', futures[0].cancel())
    slow.set()
done, rest = wait(futures)
print(len(done), len(rest), type(done).__name__, done._fields if hasattr(done, '_fields') else wait(futures)._fields)
print([future.result() for future in futures if not future.cancelled()])

# expect:
# ['from cache']
# 2 never began [False, False, False, True, True]
# what runs cannot be cancelled: False
# 5 0 set ('done', 'not_done')
# ['from mirror', 'from cache', 'from origin']
