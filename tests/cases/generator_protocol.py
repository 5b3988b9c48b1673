def g():
    try:
        x = yield 1
        print('got', x)
        y = yield 2
        print('got', y)
    except ValueError as e:
        print('caught', e); yield 'recovered'
    finally: print('cleanup')
    return 'done'
it = g(); print(next(it), it.send('a'), it.throw(ValueError('v')))
try: next(it)
except StopIteration as e: print('stop', e.value)
it = g(); next(it); it.close()
def d():
    r = yield from g()
    print('r', r)
for v in d(): print('v', v)
def avg():
    t = n = 0; a = None
    while True:
        x = yield a
        t += x; n += 1; a = t / n
c = avg(); next(c); print(c.send(10), c.send(20), c.send(5))
def fib():
    a, b = 0, 1
    while True: yield a; a, b = b, a + b
import itertools
print(list(itertools.islice(fib(), 10)), list(itertools.takewhile(lambda v: v < 50, fib())))
def flatten(x):
    for i in x:
        if isinstance(i, (list, tuple)): yield from flatten(i)
        else: yield i
print(list(flatten([1, [2, (3, [4])], 5])), sum(i * i for i in range(5)), (i for i in [1]).__name__)
def bad(): yield 1; raise StopIteration('x')
try: list(bad())
except RuntimeError as e: print(e, repr(e.__cause__))
try:
    n = g(); n.send(1)
except TypeError as e: print(e)

# expect:
# got a
# caught v
# 1 2 recovered
# cleanup
# stop done
# cleanup
# v 1
# got None
# v 2
# got None
# cleanup
# r done
# 10.0 15.0 11.666666666666666
# [0, 1, 1, 2, 3, 5, 8, 13, 21, 34] [0, 1, 1, 2, 3, 5, 8, 13, 21, 34]
# [1, 2, 3, 4, 5] 30 <genexpr>
# generator raised StopIteration StopIteration('x')
# can't send non-None value to a just-started generator
