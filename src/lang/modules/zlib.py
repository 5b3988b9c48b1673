__all__ = ['adler32', 'compress', 'compressobj', 'crc32', 'decompress', 'decompressobj', 'error']

from _bytes_like import checked as _data
from _thread import allocate_lock as _allocate_lock
from _zlib import (
    adler32, compress as _compress, crc32, decompress as _decompress, packer as _packer, piece as _piece,
    unpacker as _unpacker,
)

Z_BEST_COMPRESSION = 9
Z_BEST_SPEED = 1
Z_DEFAULT_COMPRESSION = -1
Z_NO_COMPRESSION = 0
MAX_WBITS = 15
DEFLATED = 8
DEF_BUF_SIZE = 16384
DEF_MEM_LEVEL = 8
Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY, Z_RLE, Z_FIXED = range(5)
Z_NO_FLUSH, Z_PARTIAL_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH, Z_BLOCK, Z_TREES = range(7)

_MOST = 1 << 62

class error(Exception):
    __module__ = 'zlib'

def _checked(reply):
    if isinstance(reply, tuple):
        raise error(reply[1])
    return reply

# What goes through in pieces, one at a time; a copy goes on by itself.
class _Stream:
    def copy(self):
        made = object.__new__(type(self))
        made.__dict__.update(self.__dict__)
        made._lock = _allocate_lock()
        return made

    __copy__ = copy

    def __deepcopy__(self, memo, /):
        return self.copy()

    def __reduce_ex__(self, protocol):
        raise TypeError(f"cannot pickle 'zlib.{type(self).__name__}' object")

class Compress(_Stream):
    __module__ = 'zlib'

    def __init__(self, level, wbits, strategy):
        self._is_gzip = wbits > 15
        self._stream = _packer(6 if level == -1 else level, 0 < wbits <= 15, strategy)
        # What goes out with the first data, and what is told at the end of a gzip.
        how = {9: 2, 1: 4}.get(level, 0)
        self._head = b'\x1f\x8b\x08\0\0\0\0\0' + bytes([how, 3]) if self._is_gzip else b''
        self._sum = self._size = 0
        self._lock = _allocate_lock()

    def _piece(self, data, flush, doing):
        if self._stream is None:
            raise error(f'Error -2 while {doing}: inconsistent stream state')
        self._stream, out = _piece(self._stream, data, flush)
        head, self._head = self._head, b''
        return head + out if head else out

    def compress(self, data, /):
        data = _data(data)
        with self._lock:
            out = self._piece(data, Z_NO_FLUSH, 'compressing data')
            if self._is_gzip:
                self._sum, self._size = crc32(data, self._sum), self._size + len(data)
            return out

    def flush(self, mode=Z_FINISH, /):
        if mode == Z_NO_FLUSH:
            return b''
        with self._lock:
            out = self._piece(b'', mode, 'flushing')
            if mode == Z_FINISH:
                self._stream = None
                if self._is_gzip:
                    out += self._sum.to_bytes(4, 'little') + (self._size & 0xffffffff).to_bytes(4, 'little')
            return out

    def copy(self):
        if self._stream is None:
            raise ValueError('Inconsistent stream state')
        return _Stream.copy(self)

    __copy__ = copy

def _truncated():
    return error('Error -5 while decompressing data: incomplete or truncated stream')

def _head_end(data):
    # Where the data of a gzip begin; None as long as its head is not whole.
    if not b'\x1f\x8b'.startswith(data[:2]):
        raise error('Error -3 while decompressing data: incorrect header check')
    if len(data) < 10:
        return None
    if data[2] != 8:
        raise error('Error -3 while decompressing data: unknown compression method')
    flags, at = data[3], 10
    if flags & 4:
        at += 2 + int.from_bytes(data[at:at + 2], 'little')
    # A name, and a comment.
    for flag in (8, 16):
        if flags & flag:
            at = data.find(b'\0', at) + 1
            if not at:
                return None
    if flags & 2:
        at += 2
    return at if at <= len(data) else None

class Decompress(_Stream):
    __module__ = 'zlib'

    def __init__(self, wbits):
        self.unused_data = self.unconsumed_tail = b''
        self.eof = False
        self._kind = 'raw' if wbits < 0 else 'zlib' if wbits < 16 else 'gzip' if wbits < 32 else 'any'
        # What waits for the rest of a head, or of the end of a gzip.
        self._waiting = b''
        self._state = 'head' if wbits > 15 else 'data'
        self._stream = _unpacker(self._kind == 'zlib')
        self._sum = self._size = 0
        self._lock = _allocate_lock()

    def _begin(self, data):
        if self._kind == 'any' and data:
            if data[0] == 0x1f:
                self._kind = 'gzip'
            else:
                self._kind, self._state = 'zlib', 'data'
                self._stream = _unpacker(True)
                return data
        at = _head_end(data)
        if at is None:
            self._waiting = data
            return b''
        self._state = 'data'
        return data[at:]

    def _end(self, data):
        if len(data) < 8:
            self._waiting = data
            return
        if int.from_bytes(data[:4], 'little') != self._sum:
            raise error('Error -3 while decompressing data: incorrect data check')
        if int.from_bytes(data[4:8], 'little') != self._size & 0xffffffff:
            raise error('Error -3 while decompressing data: incorrect length check')
        self._over(data[8:])

    def _over(self, rest):
        self._state = 'over'
        self.eof = True
        self.unused_data = bytes(rest)

    def _unpacked(self, data, most):
        if self._waiting:
            data, self._waiting = self._waiting + data, b''
        self.unconsumed_tail = b''
        if self._state == 'head':
            data = self._begin(data)
        out = b''
        if self._state == 'data':
            self._stream, out, used, is_over = _checked(_piece(self._stream, data, most))
            if self._kind == 'gzip':
                self._sum, self._size = crc32(out, self._sum), self._size + len(out)
            data = data[used:]
            if not is_over:
                self.unconsumed_tail = bytes(data)
            elif self._kind == 'gzip':
                self._state = 'end'
            else:
                self._over(data)
        elif self._state == 'over':
            self.unused_data += data
        if self._state == 'end':
            self._end(data)
        return out

    def decompress(self, data, /, max_length=0):
        data = _data(data)
        if max_length < 0:
            raise ValueError('max_length must be non-negative')
        with self._lock:
            return self._unpacked(data, max_length or _MOST)

    def flush(self, length=DEF_BUF_SIZE, /):
        if length <= 0:
            raise ValueError('length must be greater than zero')
        with self._lock:
            return self._unpacked(self.unconsumed_tail, _MOST) if not self.eof else b''

def _is_packed(wbits):
    return 9 <= abs(wbits) <= 15 or 25 <= wbits <= 31 or wbits == 8

def compressobj(level=Z_DEFAULT_COMPRESSION, method=DEFLATED, wbits=MAX_WBITS, memLevel=DEF_MEM_LEVEL,
                strategy=Z_DEFAULT_STRATEGY, zdict=None):
    if not -1 <= level <= 9 or method != DEFLATED or not _is_packed(wbits) or not 1 <= memLevel <= 9 \
            or not 0 <= strategy <= 4:
        raise ValueError('Invalid initialization option')
    if zdict is not None:
        raise ValueError('gilsim compresses without dictionaries')
    return Compress(level, wbits, strategy)

def decompressobj(wbits=MAX_WBITS, zdict=b''):
    if not (_is_packed(wbits) or wbits in (0, 24, 32, -8) or 40 <= wbits <= 47):
        raise ValueError('Invalid initialization option')
    if zdict:
        raise ValueError('gilsim compresses without dictionaries')
    return Decompress(wbits)

def compress(data, /, level=Z_DEFAULT_COMPRESSION, wbits=MAX_WBITS):
    data = _data(data)
    if level < -1 or level > 9 or not _is_packed(wbits):
        raise error('Bad compression level')
    if 8 <= wbits <= 15:
        return _checked(_compress(data, level))
    made = compressobj(level, wbits=wbits)
    return made.compress(data) + made.flush()

def decompress(data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE):
    data = _data(data)
    if wbits == MAX_WBITS:
        return _checked(_decompress(data))
    made = decompressobj(wbits)
    out = made.decompress(data)
    if not made.eof:
        raise _truncated()
    return out
