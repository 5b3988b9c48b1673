# Exceptions across a pool keep their cause, notes and arguments; pools within pools.
from concurrent.futures import ThreadPoolExecutor


class Failure(Exception):
    def __init__(self, code, text):
        super().__init__(code, text)
        self.code = code


def fail():
    try:
        {}['missing']
    except KeyError as error:
        failure = Failure(3, 'no such thing')
        failure.add_note('looked everywhere')
        raise failure from error


with ThreadPoolExecutor(2) as outer:
    error = outer.submit(fail).exception()
    print(repr(error), error.code, error.__notes__, repr(error.__cause__))

    def inner(n):
        with ThreadPoolExecutor(2) as pool:
            return sum(pool.map(lambda k: k * n, range(4)))

    print(list(outer.map(inner, [1, 2, 3])))
    try:
        with ThreadPoolExecutor(1) as pool:
            future = pool.submit(fail)
            raise RuntimeError('in the body')
    except RuntimeError as error:
        print(error, future.done())
# expect:
# Failure(3, 'no such thing') 3 ['looked everywhere'] KeyError('missing')
# [6, 12, 18]
# in the body True
