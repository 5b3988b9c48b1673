# Parts of the package that programs name once they have a pool.
import concurrent.futures as futures

print(futures._base.Future is futures.Future, futures.ThreadPoolExecutor.__module__)
print(futures.thread.BrokenThreadPool.__mro__[1].__name__, futures.thread.ThreadPoolExecutor is futures.ThreadPoolExecutor)

with futures.ThreadPoolExecutor(1, initializer=lambda: 1 / 0) as pool:
    try:
        pool.submit(pow, 2, 3).result()
    except futures.thread.BrokenThreadPool as error:
        print(error)
print(issubclass(futures.process.BrokenProcessPool, futures.BrokenExecutor) if futures.ProcessPoolExecutor else None)

# expect:
# True concurrent.futures.thread
# BrokenExecutor True
# A thread initializer failed, the thread pool is not usable anymore
# True
