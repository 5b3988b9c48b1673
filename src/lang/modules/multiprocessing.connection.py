# Messages through pipes: four bytes of length, then the pickled object.

from _fork import checked as _checked
from _library import work as _library
from _process import adopt as _adopt, close as _close, pipe as _pipe, poll as _poll, read as _read, write as _write
from multiprocessing import reduction
import _fork

__all__ = ['Client', 'Listener', 'Pipe', 'wait']

# What is longer goes in two pieces.
_SHORT = 16384
_LONGEST = 0x7fffffff


class Connection:
    def __init__(self, reader, writer=None):
        self._reader = reader
        self._writer = writer

    def __del__(self):
        self._close()

    def _close(self):
        reader, writer = self._reader, self._writer
        self._reader = self._writer = None
        if reader is not None:
            _close(reader)
        if writer is not None:
            _close(writer)

    def __getstate__(self):
        from multiprocessing.popen import get_spawning_popen
        self._check_closed()
        popen = get_spawning_popen()
        for end in (self._reader, self._writer):
            if end is not None:
                if popen is None:
                    # Until whoever receives it has it too.
                    _checked(_adopt(end))
                else:
                    popen.duplicate_for_child(end)
        return (self._reader, self._writer, popen is None)

    def __setstate__(self, state):
        self._reader, self._writer, adopts = state
        if adopts:
            for end in (self._reader, self._writer):
                if end is not None:
                    _checked(_adopt(end))

    def _check_closed(self):
        if self._reader is None and self._writer is None:
            raise OSError('handle is closed')

    def _check_readable(self):
        self._check_closed()
        if self._reader is None:
            raise OSError('connection is write-only')

    def _check_writable(self):
        self._check_closed()
        if self._writer is None:
            raise OSError('connection is read-only')

    @property
    def closed(self):
        return self._reader is None and self._writer is None

    @property
    def readable(self):
        return self._reader is not None

    @property
    def writable(self):
        return self._writer is not None

    def fileno(self):
        self._check_closed()
        return self._writer if self._reader is None else self._reader

    def close(self):
        self._close()

    def send_bytes(self, buf, offset=0, size=None):
        self._check_writable()
        data = bytes(buf) if isinstance(buf, (bytes, bytearray)) else memoryview(buf).tobytes()
        if offset < 0:
            raise ValueError('offset is negative')
        if len(data) < offset:
            raise ValueError('buffer length < offset')
        if size is None:
            size = len(data) - offset
        elif size < 0:
            raise ValueError('size is negative')
        elif offset + size > len(data):
            raise ValueError('buffer length < offset + size')
        self._send_bytes(data[offset:offset + size])

    def send(self, obj):
        self._check_writable()
        self._send_bytes(reduction.dumps(obj))

    def _send_bytes(self, data):
        size = len(data)
        if size > _LONGEST:
            raise ValueError('gilsim sends no messages of 2 GiB and more')
        header = size.to_bytes(4, 'big')
        if size > _SHORT:
            self._write(header)
            self._write(data)
        else:
            self._write(header + data)

    def _write(self, data):
        _checked(_write(self._writer, data))

    def recv_bytes(self, maxlength=None):
        self._check_readable()
        if maxlength is not None and maxlength < 0:
            raise ValueError('negative maxlength')
        data = self._recv_bytes(maxlength)
        if data is None:
            self.close()
            raise OSError('bad message length')
        return data

    def recv_bytes_into(self, buf, offset=0):
        self._check_readable()
        room = memoryview(buf)
        item = room.itemsize
        size = item * len(room)
        if offset < 0:
            raise ValueError('negative offset')
        if offset > size:
            raise ValueError('offset too large')
        data = self._recv_bytes()
        end = offset + len(data)
        if end > size:
            from multiprocessing.context import BufferTooShort
            raise BufferTooShort(data)
        if item > 1:
            from array import array
            data = array(room.format, data)
        room[offset // item:end // item] = data
        return end - offset

    def recv(self):
        self._check_readable()
        return reduction.loads(self._recv_bytes())

    def _recv_bytes(self, maxlength=None):
        size = int.from_bytes(self._recv(4), 'big')
        if maxlength is not None and size > maxlength:
            return None
        return self._recv(size)

    def _recv(self, size):
        if not size:
            return b''
        data = self._read(size)
        if len(data) == size:
            return data
        if not data:
            raise EOFError
        pieces = [data]
        had = len(data)
        while had < size:
            data = self._read(size - had)
            if not data:
                raise OSError('got end of file during message')
            pieces.append(data)
            had += len(data)
        return b''.join(pieces)

    def _read(self, most):
        return _checked(_read(self._reader, most))

    def poll(self, timeout=0.0):
        self._check_readable()
        return bool(wait([self], timeout))

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.close()


def Pipe(duplex=True):
    first, second = _checked(_pipe())
    if not duplex:
        return Connection(first), Connection(None, second)
    third, fourth = _checked(_pipe())
    return Connection(first, fourth), Connection(third, second)


# Those of the objects (connections, sockets, and sentinels of processes) that can be read without waiting.
def wait(object_list, timeout=None):
    objects = list(object_list)
    if any([hasattr(item, '_fd') for item in objects]):
        from multiprocessing._sockets import wait_also_for_sockets
        return wait_also_for_sockets(objects, timeout)
    ends = [item if isinstance(item, int) else item.fileno() for item in objects]
    _library('selector', 1 + len(ends))
    ready = _checked(_poll(ends, timeout))
    return [item for item, end in zip(objects, ends) if end in ready]
