__all__ = [
    'a85decode', 'a85encode', 'b16decode', 'b16encode', 'b32decode', 'b32encode', 'b64decode', 'b64encode', 'b85decode', 'b85encode',
    'decodebytes', 'encodebytes', 'standard_b64decode', 'standard_b64encode', 'urlsafe_b64decode', 'urlsafe_b64encode',
]

import binascii as _binascii

_B32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
_B85 = b'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~'

def _bytes(s):
    if isinstance(s, str):
        try:
            return s.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters')
    try:
        return memoryview(s).tobytes()
    except TypeError:
        raise TypeError(f'argument should be a bytes-like object or ASCII string, not {type(s).__name__!r}') from None

def _replaced(data, olds, news):
    return bytes([news[olds.index(byte)] if byte in olds else byte for byte in data])

def b64encode(s, altchars=None):
    made = _binascii.b2a_base64(s, newline=False)
    return made if altchars is None else _replaced(made, b'+/', altchars)

def b64decode(s, altchars=None, validate=False):
    s = _bytes(s)
    if altchars is not None:
        s = _replaced(s, _bytes(altchars), b'+/')
    return _binascii.a2b_base64(s, strict_mode=validate)

def standard_b64encode(s):
    return b64encode(s)

def standard_b64decode(s):
    return b64decode(s)

def urlsafe_b64encode(s):
    return b64encode(s, b'-_')

def urlsafe_b64decode(s):
    return b64decode(s, b'-_')

def b32encode(s):
    s = bytes(s)
    short = -len(s) % 5
    data = s + b'\0' * short
    made = []
    for at in range(0, len(data), 5):
        number = int.from_bytes(data[at:at + 5], 'big')
        made += [_B32[number >> shift & 31] for shift in range(35, -1, -5)]
    padding = {0: 0, 1: 1, 2: 3, 3: 4, 4: 6}[short]
    if padding:
        made[-padding:] = b'=' * padding
    return bytes(made)

def b32decode(s, casefold=False, map01=None):
    s = _bytes(s)
    if len(s) % 8:
        raise _binascii.Error('Incorrect padding')
    if casefold:
        s = s.upper()
    text = s.rstrip(b'=')
    padding = len(s) - len(text)
    if padding not in (0, 1, 3, 4, 6):
        raise _binascii.Error('Incorrect padding')
    bits = 0
    for byte in text:
        if byte not in _B32:
            raise _binascii.Error('Non-base32 digit found')
        bits = bits << 5 | _B32.index(byte)
    size = len(text) * 5
    return (bits >> size % 8).to_bytes(size // 8, 'big')

def b16encode(s):
    return _binascii.hexlify(s).upper()

def b16decode(s, casefold=False):
    s = _bytes(s)
    if casefold:
        s = s.upper()
    for byte in s:
        if byte not in b'0123456789ABCDEF':
            raise _binascii.Error('Non-base16 digit found')
    return _binascii.unhexlify(s)

def b85encode(b, pad=False):
    b = bytes(b)
    short = -len(b) % 4
    data = b + b'\0' * short
    made = []
    for at in range(0, len(data), 4):
        number = int.from_bytes(data[at:at + 4], 'big')
        made += [_B85[number // 85 ** power % 85] for power in range(4, -1, -1)]
    return bytes(made[:len(made) - short] if short and not pad else made)

def b85decode(b):
    b = _bytes(b)
    short = -len(b) % 5
    data = b + b'~' * short
    made = []
    for at in range(0, len(data), 5):
        number = 0
        for byte in data[at:at + 5]:
            if byte not in _B85:
                raise ValueError(f'bad base85 character at position {at + data[at:at + 5].index(byte)}')
            number = number * 85 + _B85.index(byte)
        if number > 0xffffffff:
            raise ValueError(f'base85 overflow in hunk starting at byte {at}')
        made.append(number.to_bytes(4, 'big'))
    data = b''.join(made)
    return data[:len(data) - short] if short else data

def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    b = bytes(b)
    short = -len(b) % 4
    words = [int.from_bytes(b[at:at + 4].ljust(4, b'\0'), 'big') for at in range(0, len(b), 4)]
    made = [_a85_word(word, foldspaces) for word in words]
    if short and not pad:
        made[-1] = (b'!!!!!' if made[-1] == b'z' else made[-1])[:-short]
    text = (b'<~' if adobe else b'') + b''.join(made)
    if wrapcol:
        width = max(2 if adobe else 1, wrapcol)
        lines = [text[at:at + width] for at in range(0, len(text), width)]
        if adobe and len(lines[-1]) + 2 > width:
            lines.append(b'')
        text = b'\n'.join(lines)
    return text + b'~>' if adobe else text

def _a85_word(word, foldspaces):
    if word == 0:
        return b'z'
    if foldspaces and word == 0x20202020:
        return b'y'
    return bytes([33 + word // 85 ** power % 85 for power in range(4, -1, -1)])

def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b' \t\n\r\v'):
    b = _bytes(b)
    if adobe:
        if not b.endswith(b'~>'):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        b = b[2 if b.startswith(b'<~') else 0:-2]
    made, digits = [], []
    for byte in b + b'uuuu':
        letter = chr(byte)
        if '!' <= letter <= 'u':
            digits.append(byte - 33)
            if len(digits) == 5:
                made.append(_a85_bytes(digits))
                digits = []
        elif letter == 'z' or foldspaces and letter == 'y':
            if digits:
                raise ValueError(f'{letter} inside Ascii85 5-tuple')
            made.append(b'\0\0\0\0' if letter == 'z' else b'    ')
        elif byte not in ignorechars:
            raise ValueError(f'Non-Ascii85 digit found: {letter}')
    data, padding = b''.join(made), 4 - len(digits)
    return data[:-padding] if padding else data

def _a85_bytes(digits):
    number = 0
    for digit in digits:
        number = number * 85 + digit
    if number > 0xffffffff:
        raise ValueError('Ascii85 overflow')
    return number.to_bytes(4, 'big')

def encodebytes(s):
    return b''.join([_binascii.b2a_base64(s[at:at + 57]) for at in range(0, len(s), 57)])

def decodebytes(s):
    return _binascii.a2b_base64(s)
