# Blocks of memory that processes share by name, and lists in them.

import os
from _fork import checked as _checked
from _library import work as _library
from _process import attach_memory as _attach, create_memory as _create, detach_memory as _detach
from _process import unlink_memory as _unlink
from _shared_view import View as _View
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
        _library('shared block')
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
        _library('shared block')
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
