# A view of a block of memory that processes share: items of one format, at equal steps in bytes from one place on.

from _memoryview import SIZES as _SIZES, cast_format as _cast_format, packed as _packed
from _process import read_memory as _read, write_memory as _write
from struct import unpack as _unpack


class View(memoryview, is_own=True):
    __module__ = 'builtins'

    def __new__(cls, *given):
        return object.__new__(cls)

    def __init__(self, block, start, length, step=1, parts=None, format='B'):
        self._readonly = False
        self._block, self._start, self._length, self._step = block, start, length, step
        self._format, self._size = format, _SIZES[format]
        # How many views there are of the same block beside the first, which does not count itself.
        self._parts = [0] if parts is None else parts
        self._counts = parts is not None
        self._parts[0] += self._counts

    @property
    def _obj(self):
        return self._block

    @property
    def _count(self):
        return self._length

    def __len__(self):
        self._check()
        return self._length

    def _check(self):
        if self._block is None:
            raise ValueError('operation forbidden on released memoryview object')

    def _place(self, at):
        self._check()
        return self._start + memoryview._place(self, at) * self._step

    def _part(self, places, parts=None):
        self._check()
        start, stop, step = places.indices(self._length)
        length = len(range(start, stop, step))
        part = View(self._block, self._start + start * self._step, length, step * self._step, parts, self._format)
        part._readonly = self._readonly
        return part

    def toreadonly(self):
        part = self[:]
        part._readonly = True
        return part

    def cast(self, format, shape=None):
        self._check()
        if shape is not None:
            raise TypeError('gilsim does not support memoryviews of more than one dimension')
        format = _cast_format(self._format, format)
        if not self.contiguous:
            raise TypeError('memoryview: casts are restricted to C-contiguous views')
        size = _SIZES[format]
        if self.nbytes % size:
            raise TypeError('memoryview: length is not a multiple of itemsize')
        return View(self._block, self._start, self.nbytes // size, size, self._parts, format)

    @property
    def nbytes(self):
        self._check()
        return self._length * self._size

    @property
    def strides(self):
        return (self._step,)

    @property
    def contiguous(self):
        return self._step == self._size or self._length < 2

    c_contiguous = f_contiguous = contiguous

    def __getitem__(self, at):
        if isinstance(at, slice):
            return self._part(at, self._parts)
        data = _read(self._block, self._place(at), self._size)
        return data[0] if self._format == 'B' else _unpack(self._format, data)[0]

    def __setitem__(self, at, value):
        if self._readonly:
            raise TypeError('cannot modify read-only memory')
        if not isinstance(at, slice):
            place = self._place(at)
            _write(self._block, place, _packed(self._format, value))
            return
        part, size = self._part(at), self._size
        given = getattr(value, 'typecode', None) or getattr(value, 'format', 'B')
        data = bytes(value)
        if given != self._format or len(data) != part.nbytes:
            raise ValueError('memoryview assignment: lvalue and rvalue have different structures')
        if part.contiguous:
            _write(self._block, part._start, data)
            return
        for at in range(len(part)):
            _write(self._block, part._start + at * part._step, data[at * size:(at + 1) * size])

    def __iter__(self):
        return iter(self.tolist())

    def __eq__(self, other):
        if self._format == 'B' and isinstance(other, (bytes, bytearray)):
            return self.tobytes() == other
        if not isinstance(other, View):
            try:
                other = memoryview(other)
            except TypeError:
                return NotImplemented
        return self.tolist() == other.tolist()

    __hash__ = memoryview.__hash__

    def tobytes(self):
        self._check()
        step, length, size = self._step, self._length, self._size
        if self.contiguous:
            return _read(self._block, self._start, length * size)
        last = self._start + (length - 1) * step
        covered = _read(self._block, min(self._start, last), abs(last - self._start) + size)
        if size == 1:
            return covered[::step]
        first = 0 if step > 0 else len(covered) - size
        return b''.join([covered[first + at * step:first + at * step + size] for at in range(length)])

    def tolist(self):
        data = self.tobytes()
        return list(data) if self._format == 'B' else list(_unpack(f'{self._length}{self._format}', data))

    def release(self):
        self._parts[0] -= self._counts
        self._block, self._counts = None, False

    __del__ = release
