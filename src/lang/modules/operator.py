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

def itemgetter(item, /, *items):
    if items:
        wanted = (item,) + items
        return lambda obj, /: tuple([obj[at] for at in wanted])
    return lambda obj, /: obj[item]

def _path(obj, names):
    for name in names:
        obj = getattr(obj, name)
    return obj

def attrgetter(attr, /, *attrs):
    if not all([isinstance(name, str) for name in (attr,) + attrs]):
        raise TypeError('attribute name must be a string')
    if attrs:
        wanted = [name.split('.') for name in (attr,) + attrs]
        return lambda obj, /: tuple([_path(obj, names) for names in wanted])
    if '.' in attr:
        names = attr.split('.')
        return lambda obj, /: _path(obj, names)
    return lambda obj, /: getattr(obj, attr)

def methodcaller(name, /, *args, **kwargs):
    if not isinstance(name, str):
        raise TypeError('method name must be a string')
    return lambda obj, /: getattr(obj, name)(*args, **kwargs)

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
