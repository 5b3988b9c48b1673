# Blocks of memory that processes share by name, and lists in them. Native in CPython are the view of a block and the call
# to the system.

import os
from _fork import checked as _checked
from _memoryview import SIZES as _SIZES, cast_format as _cast_format, packed as _packed
from _process import attach_memory as _attach, create_memory as _create, detach_memory as _detach
from _process import read_memory as _read, unlink_memory as _unlink, write_memory as _write
from struct import pack as _pack, unpack as _unpack

__all__ = ['SharedMemory', 'ShareableList']


class SharedMemory:
    _block = _buf = _exported = None

    def __init__(self, name=None, create=False, size=0):
        if not size >= 0:
            raise ValueError("'size' must be a positive integer")
        if create and size == 0:
            raise ValueError("'size' must be a positive number different from zero")
        if name is None and not create:
            raise ValueError("'name' can only be None if create=True")
        if create:
            name = name or 'psm_' + os.urandom(4).hex()
            self._block, self._size = _found(_create(name, size), name)
        else:
            self._block, self._size = _found(_attach(name), name)
        self._name = name
        self._buf = _View(self._block, 0, self._size)

    @property
    def buf(self):
        return self._buf

    @property
    def name(self):
        return self._name

    @property
    def size(self):
        return self._size

    def close(self):
        if self._buf is not None:
            self._exported = self._buf._parts
            self._buf.release()
            self._buf = None
        if self._block is not None:
            if self._exported[0]:
                raise BufferError('cannot close exported pointers exist')
            _detach(self._block)
            self._block = None

    def unlink(self):
        _found(_unlink(self._name), self._name)

    def __del__(self):
        try:
            self.close()
        except OSError:
            pass

    def __reduce__(self):
        return self.__class__, (self.name, False, self.size)

    def __repr__(self):
        return f'{self.__class__.__name__}({self.name!r}, size={self.size})'


def _found(reply, name):
    try:
        return _checked(reply)
    except OSError as error:
        raise type(error)(error.errno, error.strerror, '/' + name) from None


# Items of one format in a block, at equal steps in bytes from one place on.
class _View(memoryview, is_own=True):
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
        part = _View(self._block, self._start + start * self._step, length, step * self._step, parts, self._format)
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
        return _View(self._block, self._start, self.nbytes // size, size, self._parts, format)

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
        for at in range(self._length):
            yield self[at]

    def __eq__(self, other):
        if self._format == 'B' and isinstance(other, (bytes, bytearray)):
            return self.tobytes() == other
        if not isinstance(other, _View):
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


_FORMATS = {int: 'q', float: 'd', bool: 'xxxxxxx?', type(None): 'xxxxxx?x'}
_STEP = 8


class ShareableList:
    # In the block: how many items; where each begins and where the last ends; the items; their formats; and a byte for
    # each that says what it is beyond its format.
    def __init__(self, sequence=None, *, name=None):
        if name is not None and sequence is None:
            self.shm = SharedMemory(name)
            self._length = self._number(0)
            return
        items = list(() if sequence is None else sequence)
        formats = [_format(item) for item in items]
        ends, end = [0], 0
        for format in formats:
            end += int(format[:-1]) if format[-1] == 's' else _STEP
            ends.append(end)
        self._length = len(items)
        size = (self._length + 2) * _STEP + end + self._length * (_STEP + 1)
        self.shm = SharedMemory(name, create=True, size=size)
        self.shm.buf[:_STEP] = _pack('q', self._length)
        for at, end in enumerate(ends):
            self.shm.buf[(at + 1) * _STEP:(at + 2) * _STEP] = _pack('q', end)
        for at, item in enumerate(items):
            self._put(at, item, formats[at])

    def _number(self, at):
        return _unpack('q', self.shm.buf[at * _STEP:(at + 1) * _STEP].tobytes())[0]

    def _room(self, at):
        begin = (self._length + 2) * _STEP
        return begin + self._number(at + 1), begin + self._number(at + 2)

    def _formats(self):
        return (self._length + 2) * _STEP + self._number(self._length + 1)

    def _place(self, position):
        at = position + self._length if position < 0 else position
        if not 0 <= at < self._length:
            raise IndexError('index out of range')
        return at

    def _format_of(self, at):
        begin = self._formats() + at * _STEP
        return self.shm.buf[begin:begin + _STEP].tobytes().rstrip(b'\x00').decode()

    def _put(self, at, item, format):
        begin, _ = self._room(at)
        data = item.encode() if isinstance(item, str) else item
        data = _pack(format, data)
        self.shm.buf[begin:begin + len(data)] = data
        of_format = self._formats() + at * _STEP
        self.shm.buf[of_format:of_format + _STEP] = _pack('8s', format.encode())
        self.shm.buf[self._formats() + self._length * _STEP + at] = _kind(item)

    def __getitem__(self, position):
        at = self._place(position)
        begin, end = self._room(at)
        format = self._format_of(at)
        kind = self.shm.buf[self._formats() + self._length * _STEP + at]
        value, = _unpack(format, self.shm.buf[begin:end].tobytes())
        if kind == 3:
            return None
        if kind:
            value = value.rstrip(b'\x00')
        return value.decode() if kind == 1 else value

    def __setitem__(self, position, value):
        try:
            at = self._place(position)
        except IndexError:
            raise IndexError('assignment index out of range') from None
        format, old = _format(value), self._format_of(at)
        if format[-1] == 's':
            begin, end = self._room(at)
            if len(value.encode() if isinstance(value, str) else value) > end - begin:
                raise ValueError('bytes/str item exceeds available storage')
            format = old if old[-1] == 's' else '%ds' % (end - begin)
        self._put(at, value, format)

    def __reduce__(self):
        from functools import partial
        return partial(self.__class__, name=self.shm.name), ()

    def __len__(self):
        return self._length

    def __iter__(self):
        for at in range(self._length):
            yield self[at]

    def __repr__(self):
        return f'{self.__class__.__name__}({list(self)}, name={self.shm.name!r})'

    @property
    def format(self):
        return ''.join(self._format_of(at) for at in range(self._length))

    def count(self, value):
        return sum(value == item for item in self)

    def index(self, value):
        for at, item in enumerate(self):
            if value == item:
                return at
        raise ValueError(f'{value!r} not in this container')


def _format(item):
    if isinstance(item, (str, bytes)):
        return '%ds' % (_STEP * (len(item) // _STEP + 1))
    return _FORMATS[type(item)]


def _kind(item):
    return 1 if isinstance(item, str) else 2 if isinstance(item, bytes) else 3 if item is None else 0
