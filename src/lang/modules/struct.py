__all__ = ['Struct', 'calcsize', 'error', 'iter_unpack', 'pack', 'pack_into', 'unpack', 'unpack_from']

from _struct import float_bits as _float_bits, pack as _pack, unpack as _unpack

class error(Exception):
    __module__ = 'struct'

# Size and, with native alignment, what its place is a multiple of.
_SIZES = {'x': 1, 'c': 1, 'b': 1, 'B': 1, '?': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 4, 'L': 4, 'q': 8, 'Q': 8,
          'e': 2, 'f': 4, 'd': 8, 's': 1, 'p': 1}
_NATIVE = {**_SIZES, 'l': 8, 'L': 8, 'n': 8, 'N': 8, 'P': 8}
_INTEGERS = 'bBhHiIlLqQnNP'

def _items(format):
    # The byte order, and (code, how many, where) for each part, with the whole size at the end.
    if isinstance(format, (bytes, bytearray)):
        format = format.decode('ascii')
    if not isinstance(format, str):
        raise TypeError(f'Struct() argument 1 must be a str or bytes object, not {type(format).__name__}')
    order = format[:1] if format[:1] and format[0] in '@=<>!' else '@'
    text = format[1:] if format[:1] and format[0] in '@=<>!' else format
    sizes = _NATIVE if order == '@' else _SIZES
    items, place, count = [], 0, ''
    for letter in text:
        if letter.isspace():
            continue
        if letter.isdigit():
            count += letter
            continue
        if letter not in sizes:
            raise error('bad char in struct format')
        size = sizes[letter]
        if order == '@' and letter not in 'xcbB?sp':
            place += -place % size
        number = int(count) if count else 1
        items.append((letter, number, place, size))
        place += size * number
        count = ''
    if count:
        raise error('repeat count given without format specifier')
    return 'big' if order in '>!' else 'little', items, place

class Struct:
    def __init__(self, format):
        self.format = format
        self._order, self._items, self.size = _items(format)
        first = format[:1]
        self._is_native = first not in ('=', '<', '>', '!', b'=', b'<', b'>', b'!')
        self._values = sum([0 if code == 'x' else 1 if code in 'sp' else count for code, count, _, _ in self._items])
        self._layout = (self._order == 'big', self.size, self._values, self._items)

    def pack(self, *values):
        made = _pack(self._layout, values)
        if made is not None:
            return made
        if len(values) != self._values:
            raise error(f'pack expected {self._values} items for packing (got {len(values)})')
        made = bytearray(self.size)
        values = iter(values)
        for code, count, place, size in self._items:
            if code == 'x':
                continue
            if code in 'sp':
                data = _text(code, next(values), count)
                made[place:place + len(data)] = data
                continue
            for nth in range(count):
                data = _packed(code, next(values), size, self._order, self._is_native)
                made[place + nth * size:place + (nth + 1) * size] = data
        return bytes(made)

    def pack_into(self, buffer, offset, *values):
        data = self.pack(*values)
        offset = self._offset(buffer, offset, 'pack_into')
        buffer[offset:offset + self.size] = data

    def _offset(self, buffer, offset, name):
        length = _length(buffer)
        if offset < 0:
            if offset + self.size > 0:
                what = 'no space to pack' if name == 'pack_into' else 'not enough data to unpack'
                raise error(f'{what} {self.size} bytes at offset {offset}')
            if offset + length < 0:
                raise error(f'offset {offset} out of range for {length}-byte buffer')
            offset += length
        if length - offset < self.size:
            verb = 'packing' if name == 'pack_into' else 'unpacking'
            raise error(f'{name} requires a buffer of at least {offset + self.size} bytes for {verb} {self.size} bytes '
                        f'at offset {offset} (actual buffer size is {length})')
        return offset

    def unpack(self, buffer):
        if _length(buffer) != self.size:
            raise error(f'unpack requires a buffer of {self.size} bytes')
        return self._unpacked(buffer, 0)

    def unpack_from(self, buffer, offset=0):
        offset = self._offset(buffer, offset, 'unpack_from')
        return self._unpacked(buffer, offset)

    def iter_unpack(self, buffer):
        length = _length(buffer)
        if self.size == 0:
            raise error('cannot iteratively unpack with a struct of length 0')
        if length % self.size:
            raise error(f'iterative unpacking requires a buffer of a multiple of {self.size} bytes')
        return iter([self._unpacked(buffer, at) for at in range(0, length, self.size)])

    def _unpacked(self, buffer, at):
        values = _unpack(self._layout, buffer, at)
        return _unpack(self._layout, bytes(buffer[at:at + self.size]), 0) if values is None else values

    def __repr__(self):
        return f'<_struct.Struct object at {hex(id(self))}>'

def _length(buffer):
    if isinstance(buffer, str) or not hasattr(buffer, '__len__'):
        raise TypeError(f"a bytes-like object is required, not '{type(buffer).__name__}'")
    return len(buffer)

def _text(code, value, count):
    if not isinstance(value, (bytes, bytearray)):
        raise error(f"argument for '{code}' must be a bytes object")
    if code == 's':
        return bytes(value[:count])
    value = value[:min(count - 1, 255)] if count else b''
    return bytes([len(value)]) + bytes(value) if count else b''

def _range(code, size):
    if code in 'bhilqn':
        return -(1 << size * 8 - 1), (1 << size * 8 - 1) - 1
    return 0, (1 << size * 8) - 1

_NAMES = {'b': 'byte', 'B': 'ubyte', 'h': 'short', 'H': 'ushort'}

def _packed(code, value, size, order, is_native):
    if code in _INTEGERS:
        return _integer(code, value, size, order)
    if code == 'c':
        if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
            raise error('char format requires a bytes object of length 1')
        return bytes(value)
    if code == '?':
        return b'\1' if value else b'\0'
    if not isinstance(value, (int, float)):
        raise error('required argument is not a float')
    is_int, value = isinstance(value, int), float(value)
    if is_native and size == 4 and abs(value) > 3.4028235677973366e38 and value == value:
        # As C converts it.
        value = float('inf') if value > 0 else float('-inf')
    try:
        return _float_bits(value, size).to_bytes(size, order)
    except OverflowError:
        if is_int:
            raise error('int too large to convert') from None
        raise

def _integer(code, value, size, order):
    if not isinstance(value, int):
        hook = getattr(value, '__index__', None)
        if hook is None:
            raise error('required argument is not an integer')
        value = hook()
    least, most = _range(code, size)
    if code == 'P' and -1 << 63 <= value < 0:
        value += 1 << 64
    if not least <= value <= most:
        # As CPython reads it first: as a long, or an unsigned one.
        is_named = code in 'bB' or code in 'hH' and order == 'little'
        lowest = -1 << 63 if least < 0 or is_named else 0
        if size == 8 and (order == 'big' or code == 'P'):
            raise error('int too large to convert')
        if size == 8 or not lowest <= value < lowest + (1 << 64):
            raise error('argument out of range')
        name = _NAMES[code] if is_named else f"'{code}'"
        raise error(f'{name} format requires {least} <= number <= {most}')
    return value.to_bytes(size, order, signed=least < 0)

_known = {}

def _of(format):
    found = _known.get(format)
    if found is None:
        found = _known[format] = Struct(format)
    return found

def calcsize(format, /):
    return _of(format).size

def pack(format, /, *values):
    return _of(format).pack(*values)

def pack_into(format, buffer, offset, /, *values):
    _of(format).pack_into(buffer, offset, *values)

def unpack(format, buffer, /):
    return _of(format).unpack(buffer)

def unpack_from(format, /, buffer, offset=0):
    return _of(format).unpack_from(buffer, offset)

def iter_unpack(format, buffer, /):
    return _of(format).iter_unpack(buffer)
