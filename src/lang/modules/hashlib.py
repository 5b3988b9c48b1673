__all__ = [
    'algorithms_available', 'algorithms_guaranteed', 'blake2b', 'blake2s', 'file_digest', 'md5', 'new', 'pbkdf2_hmac',
    'scrypt', 'sha1', 'sha224', 'sha256', 'sha384', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'sha512',
]

from _bytes_like import checked as _data
from _hashlib import (
    blake2 as _blake2, digest as _digest, new as _new, pbkdf2 as _pbkdf2, scrypt as _scrypt, update as _update,
)

_SIZES = {'md5': (16, 64), 'sha1': (20, 64), 'sha224': (28, 64), 'sha256': (32, 64), 'sha384': (48, 128),
          'sha512': (64, 128), 'sha3_224': (28, 144), 'sha3_256': (32, 136), 'sha3_384': (48, 104),
          'sha3_512': (64, 72)}

algorithms_guaranteed = {*_SIZES, 'blake2b', 'blake2s'}
algorithms_available = set(algorithms_guaranteed)

class UnsupportedDigestmodError(ValueError):
    __module__ = '_hashlib'

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

class _Blake2:
    def __init__(self, data=b'', /, *, digest_size=None, key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0,
                 node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True):
        most = self.MAX_DIGEST_SIZE
        digest_size = most if digest_size is None else digest_size
        if not 1 <= digest_size <= most:
            raise ValueError(f'digest_size must be between 1 and {most} bytes')
        key, salt, person = _data(key), _data(salt), _data(person)
        if len(salt) > self.SALT_SIZE:
            raise ValueError(f'maximum salt length is {self.SALT_SIZE} bytes')
        if len(person) > self.PERSON_SIZE:
            raise ValueError(f'maximum person length is {self.PERSON_SIZE} bytes')
        if len(key) > self.MAX_KEY_SIZE:
            raise ValueError(f'maximum key length is {self.MAX_KEY_SIZE} bytes')
        if (fanout, depth, leaf_size, node_offset, node_depth, inner_size, last_node) != (1, 1, 0, 0, 0, 0, False):
            raise ValueError('gilsim hashes no trees')
        self.digest_size = digest_size
        self._state = _blake2(most == 64, digest_size, key, salt, person)
        if data != b'':
            self.update(data)

    def update(self, data, /):
        self._state = _update(self._state, data)

    def digest(self):
        return _digest(self._state)

    def hexdigest(self):
        return _digest(self._state).hex()

    def copy(self):
        made = object.__new__(type(self))
        made.digest_size, made._state = self.digest_size, self._state
        return made

class blake2b(_Blake2):
    __module__ = '_blake2'
    name = 'blake2b'
    block_size = 128
    MAX_DIGEST_SIZE = MAX_KEY_SIZE = 64
    SALT_SIZE = PERSON_SIZE = 16

class blake2s(_Blake2):
    __module__ = '_blake2'
    name = 'blake2s'
    block_size = 64
    MAX_DIGEST_SIZE = MAX_KEY_SIZE = 32
    SALT_SIZE = PERSON_SIZE = 8

# OpenSSL also knows them with dashes.
def _plain(name):
    name = name.lower()
    if name.startswith('sha3-'):
        return name.replace('-', '_')
    return name.replace('-', '') if name.startswith('sha-') else name

def new(name, data=b'', **kwargs):
    if not isinstance(name, str):
        raise TypeError('name must be a string')
    plain = _plain(name)
    if plain == 'blake2b':
        return blake2b(data, **kwargs)
    if plain == 'blake2s':
        return blake2s(data, **kwargs)
    if plain not in _SIZES:
        raise ValueError('unsupported hash type ' + name)
    for given in kwargs:
        if given != 'usedforsecurity':
            raise TypeError(f"'{given}' is an invalid keyword argument for new()")
    return HASH(plain, _new(plain), data)

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

def sha3_224(string=b'', *, usedforsecurity=True):
    return HASH('sha3_224', _new('sha3_224'), string)

def sha3_256(string=b'', *, usedforsecurity=True):
    return HASH('sha3_256', _new('sha3_256'), string)

def sha3_384(string=b'', *, usedforsecurity=True):
    return HASH('sha3_384', _new('sha3_384'), string)

def sha3_512(string=b'', *, usedforsecurity=True):
    return HASH('sha3_512', _new('sha3_512'), string)

_MOST = 2147483647

def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    if not isinstance(hash_name, str):
        raise TypeError(f"pbkdf2_hmac() argument 'hash_name' must be str, not {type(hash_name).__name__}")
    name = _plain(hash_name)
    if name not in algorithms_available:
        raise UnsupportedDigestmodError('[digital envelope routines] unsupported')
    password, salt = _data(password), _data(salt)
    if not isinstance(iterations, int):
        raise TypeError(f"'{type(iterations).__name__}' object cannot be interpreted as an integer")
    if iterations < 1:
        raise ValueError('iteration value must be greater than 0.')
    if iterations > _MOST:
        raise OverflowError('iteration value is too great.')
    state = _new(name)
    if dklen is None:
        dklen = len(_digest(state))
    if dklen < 1:
        raise ValueError('key length must be greater than 0.')
    if dklen > _MOST:
        raise OverflowError('key length is too great.')
    return _pbkdf2(state, password, salt, iterations, dklen)

def _unsigned(name, value):
    if value is None:
        raise TypeError(f'{name} is required and must be an unsigned int')
    if not isinstance(value, int):
        raise TypeError(f"scrypt() argument '{name}' must be int, not {type(value).__name__}")
    if value < 0:
        raise ValueError('value must be positive')
    return value

def scrypt(password, *, salt=None, n=None, r=None, p=None, maxmem=0, dklen=64):
    password = _data(password)
    if salt is None:
        raise TypeError('salt is required')
    salt = _data(salt)
    n = _unsigned('n', n)
    if n < 2 or n & (n - 1):
        raise ValueError('n must be a power of 2.')
    r, p = _unsigned('r', r), _unsigned('p', p)
    if not 0 <= maxmem <= _MOST:
        raise ValueError(f'maxmem must be positive and smaller than {_MOST}')
    if not 0 < dklen <= _MOST:
        raise ValueError(f'dklen must be greater than 0 and smaller than {_MOST}')
    if not r or not p:
        raise ValueError('Invalid parameter combination for n, r, p, maxmem.')
    # What OpenSSL takes: each of the p blocks, and the n blocks with two beside them.
    if 128 * r * p + 32 * r * (n + 2) * 4 > (maxmem or 32 * 1024 * 1024):
        raise ValueError('[digital envelope routines] memory limit exceeded')
    key = _scrypt(password, salt, n.bit_length() - 1, r, p, dklen)
    if isinstance(key, tuple):
        raise ValueError(key[1])
    return key

def file_digest(fileobj, digest, /, *, _bufsize=2 ** 18):
    state = new(digest) if isinstance(digest, str) else digest()
    if not hasattr(fileobj, 'read') or not fileobj.readable() or not isinstance(fileobj.read(0), bytes):
        raise ValueError(f"'{fileobj!r}' is not a file-like object in binary reading mode.")
    while data := fileobj.read(_bufsize):
        state.update(data)
    return state
