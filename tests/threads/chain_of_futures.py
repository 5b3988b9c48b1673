# A promise-like then(): each link begins when the one before is done, and an error skips the links after it.
from concurrent.futures import Future, ThreadPoolExecutor


def then(pool, future, function):
    following = Future()

    def go_on(done):
        error = done.exception()
        if error is not None:
            following.set_exception(error)
        else:
            pool.submit(run, done.result())

    def run(value):
        try:
            following.set_result(function(value))
        except Exception as error:
            following.set_exception(error)

    future.add_done_callback(go_on)
    return following


ran = []


def load(name):
    ran.append('load')
    return f'{name}: 1 2 3 4'


def parse(text):
    ran.append('parse')
    return [int(word) for word in text.partition(':')[2].split()]


def add(numbers):
    ran.append('add')
    return sum(numbers)


with ThreadPoolExecutor(2) as pool:
    good = pool.submit(load, 'good')
    print(then(pool, then(pool, good, parse), add).result(timeout=10), ran)
    ran.clear()
    bad = pool.submit(lambda: 'bad: 1 x 3')
    chain = then(pool, then(pool, then(pool, bad, parse), add), str)
    print(repr(chain.exception(timeout=10)), ran)
    print(then(pool, chain, add).exception().args)

# expect:
# 10 ['load', 'parse', 'add']
# ValueError("invalid literal for int() with base 10: 'x'") ['parse']
# ("invalid literal for int() with base 10: 'x'",)
