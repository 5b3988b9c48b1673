__all__ = [
    'algorithms_available', 'algorithms_guaranteed', 'md5', 'new', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512',
]

algorithms_guaranteed = algorithms_available = {'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'}

from _hashlib import digest as _digest, new as _new, update as _update

_SIZES = {'md5': (16, 64), 'sha1': (20, 64), 'sha224': (28, 64), 'sha256': (32, 64), 'sha384': (48, 128),
          'sha512': (64, 128)}

algorithms_guaranteed = set(_SIZES)
algorithms_available = set(_SIZES)

class HASH:
    __module__ = '_hashlib'

    def __init__(self, name, state, data):
        self.name = name
        self.digest_size, self.block_size = _SIZES[name]
        self._state = state
        if data != b'':
            self.update(data)

    def update(self, obj, /):
        self._state = _update(self._state, obj)

    def digest(self):
        return _digest(self._state)

    def hexdigest(self):
        return _digest(self._state).hex()

    def copy(self):
        return HASH(self.name, self._state, b'')

    def __repr__(self):
        return f'<{self.name} _hashlib.HASH object>'

def new(name, data=b'', *, usedforsecurity=True):
    if not isinstance(name, str):
        raise TypeError('name must be a string')
    name = name.lower()
    if name not in _SIZES:
        raise ValueError('unsupported hash type ' + name)
    return HASH(name, _new(name), data)

def md5(string=b'', *, usedforsecurity=True):
    return HASH('md5', _new('md5'), string)

def sha1(string=b'', *, usedforsecurity=True):
    return HASH('sha1', _new('sha1'), string)

def sha224(string=b'', *, usedforsecurity=True):
    return HASH('sha224', _new('sha224'), string)

def sha256(string=b'', *, usedforsecurity=True):
    return HASH('sha256', _new('sha256'), string)

def sha384(string=b'', *, usedforsecurity=True):
    return HASH('sha384', _new('sha384'), string)

def sha512(string=b'', *, usedforsecurity=True):
    return HASH('sha512', _new('sha512'), string)
