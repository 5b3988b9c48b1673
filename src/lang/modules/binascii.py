__all__ = ['Error', 'Incomplete', 'a2b_base64', 'a2b_hex', 'b2a_base64', 'b2a_hex', 'crc32', 'crc_hqx',
           'hexlify', 'unhexlify']

from _base64 import decode as _decode, encode as _encode
from _bytes_like import checked as _checked_bytes
from zlib import crc32

_B64 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
_VALUES = {byte: value for value, byte in enumerate(_B64)}

class Error(ValueError):
    __module__ = 'binascii'

class Incomplete(Exception):
    __module__ = 'binascii'

def _data(data):
    return bytes(_checked_bytes(data))

def _ascii(data):
    if isinstance(data, str):
        try:
            return data.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters')
    try:
        return memoryview(data).tobytes()
    except TypeError:
        raise TypeError(f"argument should be bytes, buffer or ASCII string, not '{type(data).__name__}'") from None

def b2a_base64(data, /, *, newline=True):
    made = _encode(_data(data))
    return made + b'\n' if newline else made

def a2b_base64(data, /, *, strict_mode=False):
    data = _ascii(data)
    plain = _decode(data)
    if plain is not None:
        return plain
    made = []
    bits, count, padding = 0, 0, 0
    for at, byte in enumerate(data):
        value = _VALUES.get(byte)
        if byte == 61:
            padding += 1
            if count >= 2 and count + padding >= 4:
                if strict_mode and at + 1 < len(data):
                    raise Error('Excess data after padding')
                return bytes(made)
            if strict_mode and count < 2:
                raise Error('Leading padding not allowed' if at == 0 else 'Discontinuous padding not allowed')
            continue
        if value is None:
            if strict_mode:
                raise Error('Only base64 data is allowed')
            continue
        if strict_mode and padding:
            raise Error('Discontinuous padding not allowed')
        padding = 0
        bits = bits << 6 | value
        count += 1
        if count > 1:
            made.append(bits >> (6 - 2 * (count - 1)) & 255)
        if count == 4:
            bits, count = 0, 0
    if count == 1:
        raise Error('Invalid base64-encoded string: number of data characters '
                    f'({len(made) // 3 * 4 + 1}) cannot be 1 more than a multiple of 4')
    if count:
        raise Error('Incorrect padding')
    return bytes(made)

def hexlify(data, sep=None, bytes_per_sep=1):
    data = _data(data)
    text = data.hex() if sep is None else data.hex(sep, bytes_per_sep)
    return text.encode('ascii')

b2a_hex = hexlify

def unhexlify(hexstr, /):
    data = _ascii(hexstr)
    if len(data) % 2:
        raise Error('Odd-length string')
    for byte in data:
        if byte not in b'0123456789abcdefABCDEF':
            raise Error('Non-hexadecimal digit found')
    return bytes([int(data[at:at + 2], 16) for at in range(0, len(data), 2)])

a2b_hex = unhexlify

def crc_hqx(data, crc, /):
    crc &= 0xffff
    for byte in _data(data):
        crc ^= byte << 8
        for _ in range(8):
            crc = crc << 1 ^ (0x1021 if crc & 0x8000 else 0)
        crc &= 0xffff
    return crc
