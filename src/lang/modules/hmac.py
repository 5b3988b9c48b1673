# Messages signed with a key, as RFC 2104 has it.

import hashlib as _hashlib
from secrets import compare_digest

digest_size = None

def _maker(digestmod):
    if isinstance(digestmod, str):
        return lambda data=b'': _hashlib.new(digestmod, data)
    return digestmod if callable(digestmod) else digestmod.new

class HMAC:
    blocksize = 64

    def __init__(self, key, msg=None, digestmod=''):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f'key: expected bytes or bytearray, but got {type(key).__name__!r}')
        if not digestmod:
            raise TypeError("Missing required parameter 'digestmod'.")
        make = _maker(digestmod)
        self._inner, self._outer = make(), make()
        self.digest_size, self.block_size = self._inner.digest_size, self._inner.block_size
        if len(key) > self.block_size:
            key = make(key).digest()
        key = bytes(key).ljust(self.block_size, b'\0')
        self._inner.update(bytes([byte ^ 0x36 for byte in key]))
        self._outer.update(bytes([byte ^ 0x5c for byte in key]))
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        return 'hmac-' + self._inner.name

    def update(self, msg):
        self._inner.update(msg)

    def copy(self):
        made = object.__new__(type(self))
        made.__dict__.update(self.__dict__)
        made._inner, made._outer = self._inner.copy(), self._outer.copy()
        return made

    def digest(self):
        whole = self._outer.copy()
        whole.update(self._inner.digest())
        return whole.digest()

    def hexdigest(self):
        return self.digest().hex()

def new(key, msg=None, digestmod=''):
    return HMAC(key, msg, digestmod)

def digest(key, msg, digest):
    return HMAC(key, msg, digest).digest()
