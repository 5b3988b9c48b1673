import hashlib as _hashlib
import time as _time
from secrets import randbits as _randbits, token_bytes as _token_bytes

RESERVED_NCS, RFC_4122, RESERVED_MICROSOFT, RESERVED_FUTURE = (
    'reserved for NCS compatibility', 'specified in RFC 4122', 'reserved for Microsoft compatibility',
    'reserved for future definition')

def _reordered(data):
    return data[3::-1] + data[5:3:-1] + data[7:5:-1] + data[8:]

class UUID:
    def __init__(self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None):
        given = [hex, bytes, bytes_le, fields, int]
        if given.count(None) != 4:
            raise TypeError('one of the hex, bytes, bytes_le, fields, or int arguments must be given')
        if int is None:
            int = _number(hex, bytes, bytes_le, fields)
        if not 0 <= int < 1 << 128:
            raise ValueError('int is out of range (need a 128-bit value)')
        if version is not None:
            if not 1 <= version <= 5:
                raise ValueError('illegal version number')
            int = int & ~(0xc000 << 48) | 0x8000 << 48
            int = int & ~(0xf000 << 64) | version << 76
        object.__setattr__(self, 'int', int)

    def __setattr__(self, name, value):
        raise TypeError('UUID objects are immutable')

    def __eq__(self, other):
        return self.int == other.int if isinstance(other, UUID) else NotImplemented

    def __lt__(self, other):
        return self.int < other.int if isinstance(other, UUID) else NotImplemented

    def __le__(self, other):
        return self.int <= other.int if isinstance(other, UUID) else NotImplemented

    def __gt__(self, other):
        return self.int > other.int if isinstance(other, UUID) else NotImplemented

    def __ge__(self, other):
        return self.int >= other.int if isinstance(other, UUID) else NotImplemented

    def __hash__(self):
        return hash(self.int)

    def __int__(self):
        return self.int

    def __repr__(self):
        return f'UUID({str(self)!r})'

    def __str__(self):
        text = self.hex
        return '-'.join([text[:8], text[8:12], text[12:16], text[16:20], text[20:]])

    @property
    def bytes(self):
        return self.int.to_bytes(16, 'big')

    @property
    def bytes_le(self):
        return _reordered(self.bytes)

    @property
    def hex(self):
        return '%032x' % self.int

    @property
    def fields(self):
        return (self.time_low, self.time_mid, self.time_hi_version, self.clock_seq_hi_variant, self.clock_seq_low,
                self.node)

    time_low = property(lambda self: self.int >> 96)
    time_mid = property(lambda self: self.int >> 80 & 0xffff)
    time_hi_version = property(lambda self: self.int >> 64 & 0xffff)
    clock_seq_hi_variant = property(lambda self: self.int >> 56 & 0xff)
    clock_seq_low = property(lambda self: self.int >> 48 & 0xff)
    node = property(lambda self: self.int & 0xffffffffffff)
    urn = property(lambda self: 'urn:uuid:' + str(self))

    @property
    def time(self):
        return (self.time_hi_version & 0x0fff) << 48 | self.time_mid << 32 | self.time_low

    @property
    def clock_seq(self):
        return (self.clock_seq_hi_variant & 0x3f) << 8 | self.clock_seq_low

    @property
    def variant(self):
        top = self.int >> 61 & 7
        if top < 4:
            return RESERVED_NCS
        return RFC_4122 if top < 6 else RESERVED_MICROSOFT if top == 6 else RESERVED_FUTURE

    @property
    def version(self):
        return self.int >> 76 & 15 if self.variant == RFC_4122 else None

def _number(text, data, swapped, fields):
    if text is not None:
        text = text.replace('urn:', '').replace('uuid:', '').strip('{}').replace('-', '')
        if len(text) != 32:
            raise ValueError('badly formed hexadecimal UUID string')
        return int(text, 16)
    if fields is not None:
        if len(fields) != 6:
            raise ValueError('fields is not a 6-tuple')
        low, middle, high, variant, clock, node = fields
        return low << 96 | middle << 80 | high << 64 | variant << 56 | clock << 48 | node
    name, data = ('bytes', data) if data is not None else ('bytes_le', swapped)
    if len(data) != 16:
        raise ValueError(f'{name} is not a 16-char string')
    return int.from_bytes(data if name == 'bytes' else _reordered(data), 'big')

_node = None
_last = 0

def getnode():
    # A random number with the bit that says so, since the machine's address is none of the program's business.
    global _node
    if _node is None:
        _node = _randbits(48) | 1 << 40
    return _node

def uuid1(node=None, clock_seq=None):
    global _last
    moment = _time.time_ns() // 100 + 0x01b21dd213814000
    if moment <= _last:
        moment = _last + 1
    _last = moment
    clock_seq = _randbits(14) if clock_seq is None else clock_seq
    node = getnode() if node is None else node
    fields = (moment & 0xffffffff, moment >> 32 & 0xffff, moment >> 48 & 0x0fff, clock_seq >> 8 & 0x3f,
              clock_seq & 0xff, node)
    return UUID(fields=fields, version=1)

def _named(make, namespace, name, version):
    data = make(namespace.bytes + bytes(name, 'utf-8')).digest()
    return UUID(bytes=data[:16], version=version)

def uuid3(namespace, name):
    return _named(_hashlib.md5, namespace, name, 3)

def uuid4():
    return UUID(bytes=_token_bytes(16), version=4)

def uuid5(namespace, name):
    return _named(_hashlib.sha1, namespace, name, 5)

NAMESPACE_DNS = UUID('6ba7b810-9dad-11d1-80b4-00c04fd430c8')
NAMESPACE_URL = UUID('6ba7b811-9dad-11d1-80b4-00c04fd430c8')
NAMESPACE_OID = UUID('6ba7b812-9dad-11d1-80b4-00c04fd430c8')
NAMESPACE_X500 = UUID('6ba7b814-9dad-11d1-80b4-00c04fd430c8')
