# What messages and representations say in the end.
import re
from functools import singledispatchmethod

def f(a, b=2, /, c=3, *, d=4, e=5): pass

for given, named in (((1, 2, 3, 4), {'d': 1}), ((1, 2, 3, 4), {'d': 1, 'e': 2}), ((1, 2, 3, 4), {})):
    try:
        f(*given, **named)
    except TypeError as error:
        print(error)
print(re.match('.*', 'x' * 80))
print(f.__code__.co_firstlineno)

class Negator:
    @singledispatchmethod
    @classmethod
    def neg(cls, arg):
        raise NotImplementedError

    @neg.register
    @classmethod
    def _(cls, arg: int):
        return -arg

    @neg.register
    @staticmethod
    def _(arg: str):
        return arg[::-1]

print(Negator.neg(3), Negator().neg('abc'))

# expect:
# f() takes from 1 to 3 positional arguments but 4 positional arguments (and 1 keyword-only argument) were given
# f() takes from 1 to 3 positional arguments but 4 positional arguments (and 2 keyword-only arguments) were given
# f() takes from 1 to 3 positional arguments but 4 were given
# <re.Match object; span=(0, 80), match='xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx>
# 5
# -3 cba
