# Views of the bytes of another object, with one dimension. A view is a stretch of items: where it begins, how far it is from
# one to the next, and how many there are.

import struct as _struct
from _exports import made as _made, released as _released

SIZES = {'B': 1, 'b': 1, 'c': 1, '?': 1, 'H': 2, 'h': 2, 'I': 4, 'i': 4, 'L': 8, 'l': 8, 'Q': 8, 'q': 8, 'f': 4, 'd': 8}

def packed(format, value):
    expected = (int, float) if format in 'fd' else bytes if format == 'c' else object if format == '?' else int
    if not isinstance(value, expected):
        raise TypeError(f"memoryview: invalid type for format '{format}'")
    try:
        return _struct.pack(format, value)
    except _struct.error:
        raise ValueError(f"memoryview: invalid value for format '{format}'") from None

# What a view of items of the one format can be a view of, checked.
def cast_format(before, format):
    if not isinstance(format, str):
        raise TypeError(f'memoryview: cast: argument 1 must be str, not {type(format).__name__}')
    format = format.removeprefix('@')
    if format not in SIZES:
        raise ValueError('memoryview: destination format must be a native single character format prefixed with '
                         "an optional '@'")
    if before not in 'Bbc' and format not in 'Bbc':
        raise TypeError('memoryview: cannot cast between two non-byte formats')
    return format

class memoryview:
    __module__ = 'builtins'
    __slots__ = ('_obj', '_start', '_step', '_count', '_format', '_readonly')

    def __new__(cls, object):
        self = _new(cls)
        if isinstance(object, memoryview):
            object._check()
            if type(object) is not memoryview:
                return object[:]
            self._obj, self._format, self._readonly = object._obj, object._format, object._readonly
            self._start, self._step, self._count = object._start, object._step, object._count
            _made(self, self._obj)
            return self
        if isinstance(object, (bytes, bytearray)):
            self._format, self._readonly = 'B', isinstance(object, bytes)
        elif type(object).__module__ == 'array':
            self._format, self._readonly = object.typecode, False
        else:
            raise TypeError(f"memoryview: a bytes-like object is required, not '{type(object).__name__}'")
        self._obj, self._start, self._step, self._count = object, 0, 1, len(object)
        _made(self, object)
        return self

    # Views of shared memory alone are derived from it, and do not show it.
    def __init_subclass__(cls, is_own=False):
        if not is_own:
            raise TypeError("type 'memoryview' is not an acceptable base type")
        cls.__name__ = cls.__qualname__ = 'memoryview'

    def _check(self):
        if self._obj is None:
            raise ValueError('operation forbidden on released memoryview object')

    # The same object through other items.
    def _part(self, start, step, count):
        made = _new(memoryview)
        made._obj, made._format, made._readonly = self._obj, self._format, self._readonly
        made._start, made._step, made._count = start, step, count
        _made(made, self._obj)
        return made

    # Whether the object has bytes, of which an item may be several; an array has items.
    def _has_bytes(self):
        return isinstance(self._obj, (bytes, bytearray))

    def _read(self, at):
        place = self._start + at * self._step
        if not self._has_bytes() or self._format == 'B':
            return self._obj[place]
        return _struct.unpack_from(self._format, self._obj, place * self.itemsize)[0]

    def _write(self, at, value):
        place = self._start + at * self._step
        if self._has_bytes() and self._format != 'B':
            packed = self._packed(value)
            self._obj[place * len(packed):(place + 1) * len(packed)] = packed
        else:
            self._packed(value)
            self._obj[place] = value

    def _packed(self, value):
        return packed(self._format, value)

    def _place(self, at):
        if not hasattr(at, '__index__'):
            raise TypeError('memoryview: invalid slice key')
        place = at.__index__()
        if not -self._count <= place < self._count:
            raise IndexError('index out of bounds on dimension 1')
        return place % self._count

    def __getitem__(self, at):
        if type(at) is int and self._format == 'B' and 0 <= at < self._count and self._obj is not None:
            return self._obj[self._start + at * self._step]
        self._check()
        if isinstance(at, slice):
            start, stop, step = at.indices(self._count)
            return self._part(self._start + start * self._step, self._step * step, len(range(start, stop, step)))
        return self if at is Ellipsis else self._read(self._place(at))

    def __setitem__(self, at, value):
        if (type(at) is int and type(value) is int and self._format == 'B' and not self._readonly
                and 0 <= at < self._count and 0 <= value < 256 and self._obj is not None):
            self._obj[self._start + at * self._step] = value
            return
        self._check()
        if self._readonly:
            raise TypeError('cannot modify read-only memory')
        if not isinstance(at, slice):
            return self._write(self._place(at), value)
        part = self[at]
        if type(value) in (bytes, bytearray) and self._format == 'B' and part._step == 1 and self._has_bytes():
            if len(value) != part._count:
                raise ValueError('memoryview assignment: lvalue and rvalue have different structures')
            self._obj[part._start:part._start + part._count] = value
            return
        given = memoryview(value)
        if given._format != self._format or len(given) != len(part):
            raise ValueError('memoryview assignment: lvalue and rvalue have different structures')
        if part._step == 1 and isinstance(self._obj, bytearray):
            size = self.itemsize
            self._obj[part._start * size:(part._start + part._count) * size] = given.tobytes()
            return
        for number, item in enumerate(given.tolist()):
            part._write(number, item)

    def __delitem__(self, at):
        raise TypeError('cannot delete memory' if not self._readonly else 'cannot modify read-only memory')

    def __len__(self):
        self._check()
        return self._count

    def __iter__(self):
        self._check()
        return iter(self.tolist())

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, memoryview):
            try:
                other = memoryview(other)
            except TypeError:
                return NotImplemented
        return self._obj is not None and getattr(other, '_obj', other) is not None and self.tolist() == other.tolist()

    def __hash__(self):
        self._check()
        if not self._readonly:
            raise ValueError('cannot hash writable memoryview object')
        return hash(self.tobytes())

    def __repr__(self):
        return f'<{"released memory" if self._obj is None else "memory"} at {id(self):#x}>'

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *about):
        self.release()

    def __bytes__(self):
        return self.tobytes()

    def release(self):
        if self._obj is not None:
            _released(self, self._obj)
        self._obj = None

    def tolist(self):
        self._check()
        if self._step == 1 and (self._format == 'B' or not self._has_bytes()):
            return list(self._obj[self._start:self._start + self._count])
        return [self._read(at) for at in range(self._count)]

    def tobytes(self, order='C'):
        self._check()
        if self._step == 1:
            size = self.itemsize if self._has_bytes() else 1
            return bytes(self._obj[self._start * size:(self._start + self._count) * size])
        if self._format == 'B' and self._has_bytes():
            return bytes(self.tolist())
        return b''.join([self._packed(item) for item in self.tolist()])

    def hex(self, *separator):
        return self.tobytes().hex(*separator)

    def toreadonly(self):
        self._check()
        made = self._part(self._start, self._step, self._count)
        made._readonly = True
        return made

    def cast(self, format, shape=None):
        self._check()
        if shape is not None:
            raise TypeError('gilsim does not support memoryviews of more than one dimension')
        format = cast_format(self._format, format)
        if self._step != 1:
            raise TypeError('memoryview: casts are restricted to C-contiguous views')
        if not self._has_bytes() and SIZES[format] != self.itemsize:
            raise TypeError('gilsim does not support casts of the memory of an array')
        size, old = SIZES[format], self.itemsize
        if self.nbytes % size:
            raise TypeError('memoryview: length is not a multiple of itemsize')
        if self._start * old % size:
            raise TypeError('gilsim does not support casts of memory that is not aligned')
        made = self._part(self._start * old // size, 1, self.nbytes // size)
        made._format = format
        return made

    @property
    def obj(self):
        self._check()
        return self._obj

    @property
    def format(self):
        self._check()
        return self._format

    @property
    def itemsize(self):
        self._check()
        return SIZES[self._format]

    @property
    def nbytes(self):
        return self._count * self.itemsize

    @property
    def readonly(self):
        self._check()
        return self._readonly

    @property
    def ndim(self):
        self._check()
        return 1

    @property
    def shape(self):
        self._check()
        return (self._count,)

    @property
    def strides(self):
        return (self._step * self.itemsize,)

    @property
    def suboffsets(self):
        self._check()
        return ()

    @property
    def contiguous(self):
        self._check()
        return self._step == 1 or self._count < 2

    c_contiguous = f_contiguous = contiguous

_new = object.__new__
