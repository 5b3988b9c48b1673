__all__ = ['ArrayType', 'array', 'typecodes']

import struct as _struct
from _struct import image as _image, of_image as _of_image

typecodes = 'bBuhHiIlLqQfd'
_SIZES = {'b': 1, 'B': 1, 'u': 4, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 8, 'L': 8, 'q': 8, 'Q': 8, 'f': 4, 'd': 8}
_NAMES = {'b': 'signed char', 'B': 'unsigned byte integer', 'h': 'signed short integer',
          'H': 'unsigned short', 'i': 'signed integer', 'I': 'unsigned int'}

class array:
    __module__ = 'array'

    def __init__(self, typecode, initializer=(), /):
        if not isinstance(typecode, str) or len(typecode) != 1:
            found = f'{type(typecode).__name__}' if not isinstance(typecode, str) else 'str'
            raise TypeError(f'array() argument 1 must be a unicode character, not {found}')
        if typecode not in typecodes:
            raise ValueError(f'bad typecode (must be {", ".join(typecodes[:-1])} or {typecodes[-1]})')
        self.typecode = typecode
        self.itemsize = _SIZES[typecode]
        self._items = []
        if isinstance(initializer, str) and typecode != 'u':
            raise TypeError(f"cannot use a str to initialize an array with typecode '{typecode}'")
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        else:
            self.extend(initializer)

    def _checked(self, value):
        code = self.typecode
        if code == 'u':
            if not isinstance(value, str) or len(value) != 1:
                raise TypeError('array item must be unicode character')
            return value
        if code in 'fd':
            if not isinstance(value, (int, float)):
                raise TypeError('must be real number, not ' + type(value).__name__)
            return float(value) if code == 'd' else _struct.unpack('f', _struct.pack('f', value))[0]
        if not isinstance(value, int):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
        return self._in_range(int(value))

    def _in_range(self, value):
        bits = self.itemsize * 8
        least, most = (-(1 << bits - 1), (1 << bits - 1) - 1) if self.typecode in 'bhilq' else (0, (1 << bits) - 1)
        if least <= value <= most:
            return value
        name = _NAMES.get(self.typecode)
        if name is None:
            raise OverflowError('int too large to convert' if self.typecode in 'qQ' else
                                'Python int too large to convert to C long')
        raise OverflowError(f'{name} is greater than maximum' if value > most else f'{name} is less than minimum')

    def append(self, v, /):
        self._items.append(self._checked(v))

    def extend(self, bb, /):
        if isinstance(bb, array):
            if bb.typecode != self.typecode:
                raise TypeError('can only extend with array of same kind')
            self._items.extend(bb._items)
            return
        for value in bb:
            self.append(value)

    def fromlist(self, list, /):
        self.extend(list)

    def insert(self, i, v, /):
        self._items.insert(i, self._checked(v))

    def pop(self, i=-1, /):
        if not self._items:
            raise IndexError('pop from empty array')
        return self._items.pop(i)

    def remove(self, v, /):
        if v not in self._items:
            raise ValueError('array.remove(x): x not in array')
        self._items.remove(v)

    def index(self, v, start=0, stop=None, /):
        items = self._items if stop is None else self._items[:stop]
        for at in range(start, len(items)):
            if items[at] == v:
                return at
        raise ValueError('array.index(x): x not in array')

    def count(self, v, /):
        return self._items.count(v)

    def reverse(self):
        self._items.reverse()

    def tolist(self):
        return list(self._items)

    def tobytes(self):
        code = self.typecode
        if code == 'u':
            return b''.join([ord(item).to_bytes(4, 'little') for item in self._items])
        return _image(self._layout(len(self._items)), self._items)

    __bytes__ = tobytes

    def frombytes(self, buffer, /):
        if len(buffer) % self.itemsize:
            raise ValueError('bytes length not a multiple of item size')
        code = self.typecode
        count = len(buffer) // self.itemsize
        if code == 'u':
            self._items += [chr(int.from_bytes(buffer[at:at + 4], 'little')) for at in range(0, len(buffer), 4)]
            return
        self._items += _of_image(self._layout(count), bytes(buffer), 0)

    def _layout(self, count):
        return (False, self.itemsize * count, count, [(self.typecode, count, 0, self.itemsize)])

    def byteswap(self):
        data = self.tobytes()
        size = self.itemsize
        self._items = []
        self.frombytes(b''.join([data[at:at + size][::-1] for at in range(0, len(data), size)]))

    def buffer_info(self):
        return id(self), len(self._items)

    def _like(self, items):
        made = array(self.typecode)
        made._items = items
        return made

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, value):
        return value in self._items

    def __getitem__(self, at):
        if type_name(at) == 'slice':
            return self._like(self._items[at])
        if not -len(self._items) <= at < len(self._items):
            raise IndexError('array index out of range')
        return self._items[at]

    def __setitem__(self, at, value):
        if type_name(at) == 'slice':
            if not isinstance(value, array):
                raise TypeError(f'can only assign array (not "{type(value).__name__}") to array slice')
            self._items[at] = value._items
            return
        if not -len(self._items) <= at < len(self._items):
            raise IndexError('array assignment index out of range')
        self._items[at] = self._checked(value)

    def __delitem__(self, at):
        del self._items[at]

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only append array (not "{type(other).__name__}") to array')
        if other.typecode != self.typecode:
            raise TypeError('bad argument type for built-in operation')
        return self._like(self._items + other._items)

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only extend with array (not "{type(other).__name__}")')
        self.extend(other)
        return self

    def __mul__(self, count):
        return self._like(self._items * count)

    __rmul__ = __mul__

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        return self._items <= other._items if isinstance(other, array) else NotImplemented

    def __copy__(self):
        return self._like(list(self._items))

    def __reversed__(self):
        return reversed(self._items)

    __hash__ = None

    def __repr__(self):
        if not self._items:
            return f"array('{self.typecode}')"
        shown = repr(''.join(self._items)) if self.typecode == 'u' else repr(self._items)
        return f"array('{self.typecode}', {shown})"

ArrayType = array
