# imap gives results one by one in order, imap_unordered as they come; next() takes a timeout, and errors stand at their places.
import multiprocessing
from multiprocessing import Pool


def work(n):
    if n == 3:
        raise ArithmeticError(f'not with {n}')
    return n * 10


def wait_for(gate):
    gate.wait(timeout=60)
    return 'late'


if __name__ == '__main__':
    with Pool(2) as pool:
        numbers = pool.imap(work, range(6))
        got = []
        while True:
            try:
                got.append(next(numbers))
            except StopIteration:
                break
            except ArithmeticError as error:
                got.append(str(error))
        print(got)
        print(sorted(pool.imap_unordered(work, [5, 1, 4, 0, 2], chunksize=2)))
        chunks = pool.imap(work, (n for n in range(7) if n != 3), chunksize=4)
        print(type(chunks).__name__, next(chunks), list(chunks))
        with multiprocessing.Manager() as manager:
            gate = manager.Event()
            slow = pool.imap(wait_for, [gate])
            try:
                slow.next(timeout=0.01)
            except multiprocessing.TimeoutError:
                print('not yet')
            gate.set()
            print(slow.next(timeout=60))
        try:
            pool.imap(work, [1], chunksize=0)
        except ValueError as error:
            print(error)

# expect:
# [0, 10, 20, 'not with 3', 40, 50]
# [0, 10, 20, 40, 50]
# generator 0 [10, 20, 40, 50, 60]
# not yet
# late
# Chunksize must be 1+, not 0
