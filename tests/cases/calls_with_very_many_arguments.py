"""Calls with more arguments than a frame has slots: of classes, and by keyword."""
from collections import namedtuple
N = namedtuple('N', [f'f{i}' for i in range(300)])
n = N(*range(300)); print(n.f299, len(n))
n = N(**{f'f{i}': i for i in range(300)}); print(n.f299)
print(n._replace(f299=0).f299, n._replace(**{f'f{i}': -i for i in range(290)}).f289)
n = N(*range(100), **{f'f{i}': i for i in range(100, 300)}); print(n[299], n[100])
try:
    N(*range(299))
except TypeError as error:
    print(error)
try:
    N(*range(301))
except TypeError as error:
    print(error)
class C:
    def __init__(self, *args, **more):
        self.args, self.more = args, more
c = C(*range(400), **{f'k{i}': i for i in range(400)})
print(len(c.args), len(c.more), c.more['k399'], sum(c.args))
class D(C):
    def __init__(self, *args, **more):
        super().__init__(*args, **more)
d = D(*range(400), **{f'k{i}': i for i in range(400)})
print(len(d.args), len(d.more))
class T(tuple):
    def __new__(cls, *items, **more):
        return super().__new__(cls, items + tuple(more))
print(len(T(*range(400), **{f'k{i}': i for i in range(400)})))
def f(a, b=1, *rest, c=2, **more):
    return a, b, len(rest), c, len(more)
print(f(*range(300), **{f'k{i}': i for i in range(300)}), f(5, **{f'k{i}': i for i in range(300)}), f(5, c=7, **{f'k{i}': i for i in range(300)}))
print(c.__init__(*range(500)), len(c.args))
# expect:
# 299 300
# 299
# 0 -289
# 299 100
# N.__new__() missing 1 required positional argument: 'f299'
# N.__new__() takes 301 positional arguments but 302 were given
# 400 400 399 79800
# 400 400
# 800
# (0, 1, 298, 2, 300) (5, 1, 0, 2, 300) (5, 1, 0, 7, 300)
# None 500
