__all__ = ['SystemRandom', 'choice', 'compare_digest', 'randbelow', 'randbits', 'token_bytes', 'token_hex',
           'token_urlsafe']

from base64 import urlsafe_b64encode as _urlsafe
from random import SystemRandom

DEFAULT_ENTROPY = 32
_generator = SystemRandom()

choice = _generator.choice
randbits = _generator.getrandbits

def compare_digest(a, b, /):
    if isinstance(a, str) != isinstance(b, str):
        raise TypeError('unsupported operand types(s) or combination of types: '
                        f"'{type(a).__name__}' and '{type(b).__name__}'")
    return a == b

def randbelow(exclusive_upper_bound):
    if exclusive_upper_bound <= 0:
        raise ValueError('Upper bound must be positive.')
    return _generator.randrange(exclusive_upper_bound)

def token_bytes(nbytes=None):
    return _generator.randbytes(DEFAULT_ENTROPY if nbytes is None else nbytes)

def token_hex(nbytes=None):
    return token_bytes(nbytes).hex()

def token_urlsafe(nbytes=None):
    return _urlsafe(token_bytes(nbytes)).rstrip(b'=').decode('ascii')
