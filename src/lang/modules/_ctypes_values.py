# Simple values of C in shared memory, as ctypes has them: native in CPython.

from _fork import checked as _checked
from _library import work as _library
from _process import adopt_memory as _adopt, create_memory as _create, detach_memory as _detach, pack as _pack
from _process import read_memory as _read, unpack as _unpack, write_memory as _write


class Type:
    def __init__(self, code, name, size):
        self.code = code
        self.name = name
        self.size = size
        self.__name__ = name

    def __repr__(self):
        return "<class 'ctypes.%s'>" % self.name

    # An array's type.
    def __mul__(self, length):
        return ArrayType(self, length)

    __rmul__ = __mul__

    def __reduce__(self):
        return _of_code, (self.code,)


class ArrayType:
    def __init__(self, of, length):
        self.of = of
        self.length = length


_TYPES = {}
for _code, _name, _size in (('c', 'c_char', 1), ('b', 'c_byte', 1), ('B', 'c_ubyte', 1), ('h', 'c_short', 2),
                            ('H', 'c_ushort', 2), ('i', 'c_int', 4), ('I', 'c_uint', 4), ('l', 'c_long', 8),
                            ('L', 'c_ulong', 8), ('q', 'c_longlong', 8), ('Q', 'c_ulonglong', 8), ('f', 'c_float', 4),
                            ('d', 'c_double', 8), ('?', 'c_bool', 1), ('u', 'c_wchar', 4)):
    _TYPES[_code] = Type(_code, _name, _size)


def _of_code(code):
    return _TYPES[code]


def of_type(code_or_type):
    if isinstance(code_or_type, Type):
        return code_or_type
    if isinstance(code_or_type, str):
        if code_or_type in _TYPES and code_or_type != '?':
            return _TYPES[code_or_type]
    raise TypeError('this type has no size')


# A block, and where it is given back.
class _Shared:
    def _make(self, size):
        _library('shared value')
        self._block = _checked(_create(None, size))[0]

    def __del__(self):
        if self._block is not None:
            _detach(self._block)

    _block = None

    def __getstate__(self):
        from multiprocessing.context import assert_spawning
        from multiprocessing.popen import get_spawning_popen
        assert_spawning(self)
        # The block is there until the child has it.
        get_spawning_popen().keep_for_child(self)
        return (self._block, self._type.code, self._length)

    def __setstate__(self, state):
        block, code, self._length = state
        self._type = _TYPES[code]
        _checked(_adopt(block))
        self._block = block


class Value(_Shared):
    _length = 1

    def __init__(self, type, *args):
        if len(args) > 1:
            raise TypeError('__init__() takes at most 1 argument (%d given)' % len(args))
        self._type = type
        self._make(type.size)
        if args:
            self.value = args[0]

    @property
    def value(self):
        return _unpack(self._type.code, _read(self._block, 0, self._type.size))

    @value.setter
    def value(self, value):
        _write(self._block, 0, _pack(self._type.code, value))

    def __repr__(self):
        return '%s(%r)' % (self._type.name, self.value)

    def _copy(self):
        return type(self)(self._type, self.value)


class Array(_Shared):
    def __init__(self, type, size_or_initializer):
        self._type = type
        if isinstance(size_or_initializer, int):
            self._length = size_or_initializer
            if size_or_initializer < 0:
                raise ValueError('Array length must be >= 0, not %d' % size_or_initializer)
            self._make(type.size * size_or_initializer)
            return
        items = list(size_or_initializer)
        self._length = len(items)
        self._make(type.size * self._length)
        for at in range(self._length):
            self[at] = items[at]

    def __len__(self):
        return self._length

    def __iter__(self):
        for at in range(self._length):
            yield self[at]

    def _place(self, at):
        if at < 0:
            at += self._length
        if not 0 <= at < self._length:
            raise IndexError('invalid index')
        return at * self._type.size

    def __getitem__(self, at):
        if not isinstance(at, int):
            items = [self[each] for each in range(self._length)[at]]
            return b''.join(items) if self._type.code == 'c' else items
        return _unpack(self._type.code, _read(self._block, self._place(at), self._type.size))

    def __setitem__(self, at, value):
        if not isinstance(at, int):
            places = range(self._length)[at]
            items = list(value)
            if len(items) != len(places):
                raise ValueError('Can only assign sequence of same size')
            for each, item in zip(places, items):
                self[each] = item
            return
        if self._type.code == 'c' and isinstance(value, int) and 0 <= value < 256:
            value = bytes([value])
        _write(self._block, self._place(at), _pack(self._type.code, value))

    @property
    def raw(self):
        return _read(self._block, 0, self._length)

    @raw.setter
    def raw(self, value):
        if len(value) > self._length:
            raise ValueError('byte string too long')
        _write(self._block, 0, bytes(value))

    @property
    def value(self):
        if self._type.code != 'c':
            raise AttributeError("'%s_Array_%d' object has no attribute 'value'" % (self._type.name, self._length))
        return self.raw.split(b'\0')[0]

    @value.setter
    def value(self, value):
        if not isinstance(value, bytes):
            raise TypeError('bytes expected instead of %s instance' % type(value).__name__)
        if len(value) > self._length:
            raise ValueError('byte string too long')
        _write(self._block, 0, value if len(value) == self._length else value + b'\0')

    def __repr__(self):
        return '<multiprocessing.sharedctypes.%s_Array_%d object at 0x7f0000000000>' % (self._type.name, self._length)

    def _copy(self):
        return type(self)(self._type, list(self))


def _wide_packed(value):
    if not isinstance(value, str):
        raise TypeError('unicode string expected instead of %s instance' % type(value).__name__)
    if len(value) != 1:
        raise TypeError('one character unicode string expected')
    return _pack('I', ord(value))


# A character of four bytes.
class WideValue(Value):
    @property
    def value(self):
        return chr(_unpack('I', _read(self._block, 0, 4)))

    @value.setter
    def value(self, value):
        _write(self._block, 0, _wide_packed(value))


class WideArray(Array):
    def __getitem__(self, at):
        if not isinstance(at, int):
            return ''.join([self[each] for each in range(self._length)[at]])
        return chr(_unpack('I', _read(self._block, self._place(at), 4)))

    def __setitem__(self, at, value):
        if not isinstance(at, int):
            return Array.__setitem__(self, at, value)
        _write(self._block, self._place(at), _wide_packed(value))

    @property
    def value(self):
        return self[:].split('\0')[0]

    @value.setter
    def value(self, value):
        if len(value) > self._length:
            raise ValueError('string too long')
        for at, character in enumerate(value if len(value) == self._length else value + '\0'):
            self[at] = character
