# Each of these was found by an ordinary script.
from collections import OrderedDict

class D(dict):
    pass

class R(dict):
    def __reversed__(self):
        return iter(['own'])

d = D(a=1, b=2, c=3)
print(list(reversed(d)), list(reversed(R(x=1))))
del d['a']
print(list(reversed(d)), list(reversed(d.items())))
od = OrderedDict.fromkeys('abc')
od.move_to_end('a')
od.popitem(last=False)
print(od, list(reversed(od)))
for value in [b'z', bytearray(b'y'), 3]:
    match value:
        case bytes(b) | bytearray(b):
            print('bytes', b)
        case _:
            print('other')
for spec in ['#.0f', '#.0e', '#.3g', '#.0%', '.0f', '#g', '#']:
    print(f'{3.0:{spec}} {1234.5678:{spec}}', '%#.0f' % 3.0, end='; ')
print()
for template in ['%z', 'abc %d %y', '%%é%(a)q']:
    try:
        print(template % ({'a': 1} if '(' in template else (1, 2)))
    except ValueError as error:
        print(error)
for text in ['import nope', 'from math import nope', 'import nope.nope']:
    try:
        exec(text)
    except ImportError as error:
        print(type(error).__name__)
print(id(len) != id(max), id(ValueError) != id(TypeError), len({id(print), id(len), id(id)}))
try:
    vars(1)
except TypeError as error:
    print(error)

import typing

class Temperature:
    def __init__(self, celsius):
        self.celsius = celsius
    f = property(lambda self: self.celsius * 9 / 5 + 32, lambda self, f: setattr(self, 'celsius', (f - 32) * 5 / 9), doc='F')
    k = property(fget=lambda self: self.celsius + 273)
    next: 'Temperature' = None
    count: int = 0

t = Temperature(100)
t.f = 32
print(t.celsius, t.f, t.k, Temperature.f.__doc__, typing.get_type_hints(Temperature)['next'] is Temperature)
def f(a: int, b: 'str' = 'x', *args: 'list[int]', c: None = None) -> typing.Optional[int]:
    pass
print(typing.get_type_hints(f))

class Money:
    def __add__(self, other):
        return NotImplemented
    __radd__ = __add__
for wrong in [lambda: [1] + Money(), lambda: (1,) + Money(), lambda: 'a' + Money(), lambda: Money() + [1], lambda: 1 + Money()]:
    try:
        wrong()
    except TypeError as error:
        print(error)

# expect:
# ['c', 'b', 'a'] ['own']
# ['c', 'b'] [('c', 3), ('b', 2)]
# OrderedDict([('c', None), ('a', None)]) ['a', 'c']
# bytes b'z'
# bytes bytearray(b'y')
# other
# 3. 1235. 3.; 3.e+00 1.e+03 3.; 3.00 1.23e+03 3.; 300.% 123457.% 3.; 3 1235 3.; 3.00000 1234.57 3.; 3.0 1234.5678 3.; 
# unsupported format character 'z' (0x7a) at index 1
# unsupported format character 'y' (0x79) at index 8
# unsupported format character 'q' (0x71) at index 7
# ModuleNotFoundError
# ImportError
# ModuleNotFoundError
# True True 3
# vars() argument must have __dict__ attribute
# 0.0 32.0 273.0 F True
# {'a': <class 'int'>, 'b': <class 'str'>, 'args': list[int], 'c': <class 'NoneType'>, 'return': typing.Optional[int]}
# can only concatenate list (not "Money") to list
# can only concatenate tuple (not "Money") to tuple
# can only concatenate str (not "Money") to str
# unsupported operand type(s) for +: 'Money' and 'list'
# unsupported operand type(s) for +: 'int' and 'Money'
