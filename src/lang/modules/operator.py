def lt(a, b): return a < b
def le(a, b): return a <= b
def eq(a, b): return a == b
def ne(a, b): return a != b
def ge(a, b): return a >= b
def gt(a, b): return a > b
def not_(a): return not a
def truth(a): return True if a else False
def is_(a, b): return a is b
def is_not(a, b): return a is not b
def add(a, b): return a + b
def and_(a, b): return a & b
def floordiv(a, b): return a // b
def inv(a): return ~a
def invert(a): return ~a
def lshift(a, b): return a << b
def mod(a, b): return a % b
def mul(a, b): return a * b
def neg(a): return -a
def or_(a, b): return a | b
def pos(a): return +a
def pow(a, b): return a ** b
def rshift(a, b): return a >> b
def sub(a, b): return a - b
def truediv(a, b): return a / b
def xor(a, b): return a ^ b
def concat(a, b): return a + b
def contains(a, b): return b in a
def getitem(a, b): return a[b]
def countOf(a, b): return sum([1 for item in a if item is b or item == b])

# The built-in function does what is wanted.
abs = abs

def setitem(a, b, c):
    a[b] = c

def delitem(a, b):
    del a[b]

def indexOf(a, b):
    for at, item in enumerate(a):
        if item is b or item == b:
            return at
    raise ValueError('sequence.index(x): x not in sequence')

def index(a):
    if isinstance(a, int):
        return a
    hook = special(a, '__index__')
    if hook is None:
        raise TypeError("'" + type_name(a) + "' object cannot be interpreted as an integer")
    return hook()

def iadd(a, b):
    a += b
    return a

def isub(a, b):
    a -= b
    return a

def imul(a, b):
    a *= b
    return a

def ior(a, b):
    a |= b
    return a

def iand(a, b):
    a &= b
    return a

def ixor(a, b):
    a ^= b
    return a

def call(obj, /, *args, **kwargs):
    return obj(*args, **kwargs)

class itemgetter:
    __module__ = 'operator'

    def __init__(self, item, /, *items):
        self._item = item
        self._items = (item,) + items

    def __call__(self, obj, /):
        if len(self._items) == 1:
            return obj[self._item]
        return tuple([obj[at] for at in self._items])

    def __reduce__(self):
        return type(self), self._items

    def __repr__(self):
        return f'operator.itemgetter({", ".join([repr(item) for item in self._items])})'

def _path(obj, names):
    for name in names:
        obj = getattr(obj, name)
    return obj

class attrgetter:
    __module__ = 'operator'

    def __init__(self, attr, /, *attrs):
        self._attrs = (attr,) + attrs
        if not all([isinstance(name, str) for name in self._attrs]):
            raise TypeError('attribute name must be a string')
        self._paths = [name.split('.') for name in self._attrs]

    def __call__(self, obj, /):
        if len(self._paths) == 1:
            return _path(obj, self._paths[0])
        return tuple([_path(obj, names) for names in self._paths])

    def __reduce__(self):
        return type(self), self._attrs

    def __repr__(self):
        return f'operator.attrgetter({", ".join([repr(name) for name in self._attrs])})'

class methodcaller:
    __module__ = 'operator'

    def __init__(self, name, /, *args, **kwargs):
        if not isinstance(name, str):
            raise TypeError('method name must be a string')
        self._name = name
        self._args = args
        self._kwargs = kwargs

    def __call__(self, obj, /):
        return getattr(obj, self._name)(*self._args, **self._kwargs)

    def __reduce__(self):
        if not self._kwargs:
            return type(self), (self._name, *self._args)
        from functools import partial
        return partial(type(self), self._name, **self._kwargs), self._args

    def __repr__(self):
        named = [f'{name}={value!r}' for name, value in self._kwargs.items()]
        return f'operator.methodcaller({", ".join([repr(self._name)] + [repr(value) for value in self._args] + named)})'

def imod(a, b):
    a %= b
    return a

def ifloordiv(a, b):
    a //= b
    return a

def itruediv(a, b):
    a /= b
    return a

def ipow(a, b):
    a **= b
    return a

def ilshift(a, b):
    a <<= b
    return a

def irshift(a, b):
    a >>= b
    return a

def imatmul(a, b):
    a @= b
    return a

def matmul(a, b):
    return a @ b

def iconcat(a, b):
    if not hasattr(a, '__getitem__'):
        raise TypeError(f"'{type(a).__name__}' object can't be concatenated")
    a += b
    return a

def length_hint(obj, default=0, /):
    if not isinstance(default, int):
        raise TypeError(f"'{type(default).__name__}' object cannot be interpreted as an integer")
    if hasattr(obj, '__len__'):
        return len(obj)
    hook = getattr(type(obj), '__length_hint__', None)
    if hook is None:
        return default
    hint = hook(obj)
    if hint is NotImplemented:
        return default
    if not isinstance(hint, int):
        raise TypeError(f'__length_hint__ must be an integer, not {type(hint).__name__}')
    if hint < 0:
        raise ValueError('__length_hint__() should return >= 0')
    return hint
