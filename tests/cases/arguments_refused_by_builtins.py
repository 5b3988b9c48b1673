# Too many arguments, too few, of wrong kinds and by wrong names, in CPython's words.
import sys


def told(*calls):
    for call in calls:
        try:
            print(call())
        except (ValueError, TypeError, OverflowError, ZeroDivisionError) as error:
            print(type(error).__name__, error)


class Five:
    def __index__(self):
        return 5


class Told:
    def __bytes__(self):
        return b'told'


told(lambda: getattr(1, 2), lambda: hasattr(1, 2), lambda: getattr(1, 2, 3), lambda: hasattr(1))
told(lambda: type(), lambda: type(1, 2), lambda: type(a=3), lambda: type(1, a=3))
told(lambda: bytes('a', 1), lambda: bytes(3, 'x'), lambda: bytes(3, errors='x'), lambda: bytes('a', 'utf8', 5))
told(lambda: bytes(1, 2, 3, 4), lambda: bytearray('a', 1), lambda: bytes(Told()), lambda: bytes(Told(), 'utf8'))
told(lambda: bytes(2**70), lambda: bytearray(-2**70), lambda: 'a'.encode(5), lambda: b'a'.decode(None), lambda: b'a'.decode('utf8', 5))
told(lambda: str(5, 5), lambda: str(5, 'x'), lambda: str(b'a', errors=5), lambda: str(1, 2, 3, 4))
told(lambda: int('5', 99), lambda: int(5, 99), lambda: int(5, 10), lambda: int('5', 2**70), lambda: int('12', base=Five()), lambda: int('1', 2, 3))
told(lambda: pow(), lambda: pow(2), lambda: pow(exp=3), lambda: pow(1, 2, 3, 4), lambda: pow(2, 3, x=4), lambda: pow(2, 3, base=4))
told(lambda: compile(), lambda: compile('1', 'x'), lambda: compile('1', 'x', mode=5), lambda: open(), lambda: __import__())
told(lambda: chr(2**40), lambda: chr(-1), lambda: chr(-2**31 - 1), lambda: chr('a'))
told(lambda: enumerate(), lambda: enumerate([], x=1), lambda: list(enumerate(iterable=[1], start=5)))
told(lambda: list(enumerate('ab', 2**63 - 1)), lambda: list(enumerate('ab', -2**63 - 1)))
told(lambda: f'{5:zz}', lambda: f'{5:zd}', lambda: f'{5:zs}')
told(lambda: int.from_bytes(5, 'big'), lambda: int.from_bytes('a', 'big'), lambda: int.from_bytes(b'a', 5), lambda: int.from_bytes(), lambda: (5).to_bytes(1, 5))
told(lambda: classmethod(), lambda: staticmethod(1, 2), lambda: reversed(), lambda: sorted(), lambda: property(1, 2, 3, 4, 5), lambda: complex(1, 2, 3))
told(lambda: filter(None), lambda: filter(None, [], 1), lambda: filter(None, 5), lambda: filter(function=None, iterable=[]))
told(lambda: sum(), lambda: sum([], b''), lambda: sum([], bytearray()), lambda: sum(1, 2, 3), lambda: min(x=1), lambda: sorted([1], x=2))
told(lambda: sorted([1, 2], reverse='a'), lambda: round(), lambda: round(1, 2, 3), lambda: divmod('a', 1), lambda: divmod(1.5, 0), lambda: divmod(7.5, 2))
told(lambda: isinstance(1, (int, 2)), lambda: isinstance('a', (int, 2)), lambda: iter(1, 2), lambda: iter([], 1), lambda: super(1), lambda: super(1, 2, 3))
told(lambda: globals(1), lambda: locals(1), lambda: sys.getrefcount(), lambda: sys.intern(5), lambda: sys.setswitchinterval())
told(lambda: [1].insert(2**64, 2), lambda: [1].pop(2**64), lambda: 'a'.center(2**64), lambda: 'a'.zfill(2**64), lambda: b'a'.zfill(2**64), lambda: 'a'.split('b', 2**64))
told(lambda: 'a'.replace('a', 'b', 2**64), lambda: b'a'.ljust(2**64), lambda: bytearray(b'a').pop(2**64), lambda: (5).to_bytes(2**64, 'big'), lambda: [1].index(1, -2**64))
told(lambda: list(enumerate(c for c in 'ab')), lambda: list(enumerate((c for c in 'ab'), 3)), lambda: list(enumerate(iterable=(c for c in 'ab'), start=2**70)))

# expect:
# TypeError attribute name must be string, not 'int'
# TypeError attribute name must be string, not 'int'
# TypeError attribute name must be string, not 'int'
# TypeError hasattr expected 2 arguments, got 1
# TypeError type() takes 1 or 3 arguments
# TypeError type() takes 1 or 3 arguments
# TypeError type() takes 1 or 3 arguments
# TypeError type() takes no keyword arguments
# TypeError bytes() argument 'encoding' must be str, not int
# TypeError encoding without a string argument
# TypeError errors without a string argument
# TypeError bytes() argument 'errors' must be str, not int
# TypeError bytes() takes at most 3 arguments (4 given)
# TypeError bytearray() argument 'encoding' must be str, not int
# b'told'
# TypeError encoding without a string argument
# OverflowError cannot fit 'int' into an index-sized integer
# OverflowError cannot fit 'int' into an index-sized integer
# TypeError encode() argument 'encoding' must be str, not int
# TypeError decode() argument 'encoding' must be str, not None
# TypeError decode() argument 'errors' must be str, not int
# TypeError str() argument 'encoding' must be str, not int
# TypeError decoding to str: need a bytes-like object, int found
# TypeError str() argument 'errors' must be str, not int
# TypeError str() takes at most 3 arguments (4 given)
# ValueError int() base must be >= 2 and <= 36, or 0
# ValueError int() base must be >= 2 and <= 36, or 0
# TypeError int() can't convert non-string with explicit base
# ValueError int() base must be >= 2 and <= 36, or 0
# 7
# TypeError int() takes at most 2 arguments (3 given)
# TypeError pow() missing required argument 'base' (pos 1)
# TypeError pow() missing required argument 'exp' (pos 2)
# TypeError pow() missing required argument 'base' (pos 1)
# TypeError pow() takes at most 3 arguments (4 given)
# TypeError 'x' is an invalid keyword argument for pow()
# TypeError argument for pow() given by name ('base') and position (1)
# TypeError compile() missing required argument 'source' (pos 1)
# TypeError compile() missing required argument 'mode' (pos 3)
# TypeError compile() argument 'mode' must be str, not int
# TypeError open() missing required argument 'file' (pos 1)
# TypeError __import__() missing required argument 'name' (pos 1)
# OverflowError Python int too large to convert to C int
# ValueError chr() arg not in range(0x110000)
# OverflowError Python int too large to convert to C int
# TypeError 'str' object cannot be interpreted as an integer
# TypeError enumerate() missing required argument 'iterable'
# TypeError 'x' is an invalid keyword argument for enumerate()
# [(5, 1)]
# [(9223372036854775807, 'a'), (9223372036854775808, 'b')]
# [(-9223372036854775809, 'a'), (-9223372036854775808, 'b')]
# ValueError Unknown format code 'z' for object of type 'int'
# ValueError Negative zero coercion (z) not allowed in integer format specifier
# ValueError Unknown format code 's' for object of type 'int'
# TypeError cannot convert 'int' object to bytes
# TypeError cannot convert 'str' object to bytes
# TypeError from_bytes() argument 'byteorder' must be str, not int
# TypeError from_bytes() missing required argument 'bytes' (pos 1)
# TypeError to_bytes() argument 'byteorder' must be str, not int
# TypeError classmethod expected 1 argument, got 0
# TypeError staticmethod expected 1 argument, got 2
# TypeError reversed expected 1 argument, got 0
# TypeError sorted expected 1 argument, got 0
# TypeError property() takes at most 4 arguments (5 given)
# TypeError complex() takes at most 2 arguments (3 given)
# TypeError filter expected 2 arguments, got 1
# TypeError filter expected 2 arguments, got 3
# TypeError 'int' object is not iterable
# TypeError filter() takes no keyword arguments
# TypeError sum() takes at least 1 positional argument (0 given)
# TypeError sum() can't sum bytes [use b''.join(seq) instead]
# TypeError sum() can't sum bytearray [use b''.join(seq) instead]
# TypeError sum() takes at most 2 arguments (3 given)
# TypeError min expected at least 1 argument, got 0
# TypeError 'x' is an invalid keyword argument for sort()
# TypeError 'str' object cannot be interpreted as an integer
# TypeError round() missing required argument 'number' (pos 1)
# TypeError round() takes at most 2 arguments (3 given)
# TypeError unsupported operand type(s) for divmod(): 'str' and 'int'
# ZeroDivisionError float divmod()
# (3.0, 1.5)
# True
# TypeError isinstance() arg 2 must be a type, a tuple of types, or a union
# TypeError iter(v, w): v must be callable
# TypeError iter(v, w): v must be callable
# TypeError super() argument 1 must be a type, not int
# TypeError super() expected at most 2 arguments, got 3
# TypeError globals() takes no arguments (1 given)
# TypeError locals() takes no arguments (1 given)
# TypeError sys.getrefcount() takes exactly one argument (0 given)
# TypeError intern() argument must be str, not int
# TypeError sys.setswitchinterval() takes exactly one argument (0 given)
# OverflowError Python int too large to convert to C ssize_t
# OverflowError Python int too large to convert to C ssize_t
# OverflowError Python int too large to convert to C ssize_t
# OverflowError Python int too large to convert to C ssize_t
# OverflowError Python int too large to convert to C ssize_t
# OverflowError Python int too large to convert to C ssize_t
# OverflowError Python int too large to convert to C ssize_t
# OverflowError Python int too large to convert to C ssize_t
# OverflowError Python int too large to convert to C ssize_t
# OverflowError Python int too large to convert to C ssize_t
# 0
# [(0, 'a'), (1, 'b')]
# [(3, 'a'), (4, 'b')]
# [(1180591620717411303424, 'a'), (1180591620717411303425, 'b')]
