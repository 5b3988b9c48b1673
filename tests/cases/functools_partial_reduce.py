from functools import partial, reduce, wraps

print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + b, [], 5), reduce(max, [3, 9, 2]))
try:
    reduce(lambda a, b: a, [])
except TypeError as error:
    print(error)


def show(*args, **named):
    return args, named


p = partial(show, 1, 2, x=3)
print(p(), p(4, y=5), p(x=9), p.args, p.keywords, p.func is show)
q = partial(p, 7, z=1)
print(q(8), q.args, q.func is show)
print(partial(int, base=2)("1010"), list(map(partial(pow, 2), [1, 2, 3])))
print(sorted([3, -1, 2], key=partial(abs)))
try:
    partial(3)
except TypeError as error:
    print(error)


def loud(function):
    @wraps(function)
    def inner(*args):
        return function(*args) * 2
    return inner


@loud
def double(x):
    return x


print(double(4), double.__name__, double.__wrapped__(4), double.__qualname__)
# expect:
# 24 5 9
# reduce() of empty iterable with no initial value
# ((1, 2), {'x': 3}) ((1, 2, 4), {'x': 3, 'y': 5}) ((1, 2), {'x': 9}) (1, 2) {'x': 3} True
# ((1, 2, 7, 8), {'x': 3, 'z': 1}) (1, 2, 7) True
# 10 [2, 4, 8]
# [-1, 2, 3]
# the first argument must be callable
# 8 double 4 double
