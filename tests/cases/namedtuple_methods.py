from collections import namedtuple
N = namedtuple('N', 'a b c', defaults=[7])
print(N(1, 2), N(a=1, b=2, c=3), N.__doc__, N.a.__doc__, N.__new__.__qualname__)
for wrong in (lambda: N(), lambda: N(1, 2, 3, 4), lambda: N(1, 2, z=2), lambda: N(1, a=2, b=3), lambda: N(1)):
    try:
        wrong()
    except TypeError as error:
        print(error)
print(namedtuple('E', [])(), namedtuple('M', 'a', module='mod.x').__module__)

# expect:
# N(a=1, b=2, c=7) N(a=1, b=2, c=3) N(a, b, c) Alias for field number 0 N.__new__
# N.__new__() missing 2 required positional arguments: 'a' and 'b'
# N.__new__() takes from 3 to 4 positional arguments but 5 were given
# N.__new__() got an unexpected keyword argument 'z'
# N.__new__() got multiple values for argument 'a'
# N.__new__() missing 1 required positional argument: 'b'
# E() mod.x
