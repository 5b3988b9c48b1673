__all__ = [
    'BOM', 'BOM_BE', 'BOM_LE', 'BOM_UTF8', 'BOM_UTF16', 'BOM_UTF16_BE', 'BOM_UTF16_LE', 'BOM_UTF32', 'BOM_UTF32_BE',
    'BOM_UTF32_LE', 'IncrementalDecoder', 'IncrementalEncoder', 'decode', 'encode', 'getdecoder', 'getencoder',
    'getincrementaldecoder', 'getincrementalencoder', 'iterdecode', 'iterencode', 'open',
]

import base64 as _base64, binascii as _binascii, builtins as _builtins, zlib as _zlib

BOM_UTF8 = b'\xef\xbb\xbf'
BOM = BOM_LE = BOM_UTF16 = BOM_UTF16_LE = b'\xff\xfe'
BOM_BE = BOM_UTF16_BE = b'\xfe\xff'
BOM_UTF32 = BOM_UTF32_LE = b'\xff\xfe\x00\x00'
BOM_UTF32_BE = b'\x00\x00\xfe\xff'

_LETTERS = 'abcdefghijklmnopqrstuvwxyz'
_ROTATED = _LETTERS[13:] + _LETTERS[:13]
_ROT_13 = str.maketrans(_LETTERS + _LETTERS.upper(), _ROTATED + _ROTATED.upper())

def _rotated(text):
    return text.translate(_ROT_13)

# Those that make bytes of bytes, or text of text: how they encode and decode.
_OTHERS = {
    'rot13': (_rotated, _rotated),
    'hex': (_binascii.hexlify, _binascii.unhexlify),
    'base64': (_base64.encodebytes, _base64.decodebytes),
    'zlib': (_zlib.compress, _zlib.decompress),
}

def _other(encoding):
    name = encoding.lower().replace('_', '').replace('-', '')
    return _OTHERS.get(name.removesuffix('codec'))

def encode(obj, encoding='utf-8', errors='strict'):
    other = _other(encoding)
    return other[0](obj) if other else obj.encode(encoding, errors)

def decode(obj, encoding='utf-8', errors='strict'):
    other = _other(encoding)
    return other[1](obj) if other else bytes(obj).decode(encoding, errors)

def getencoder(encoding):
    return lambda obj, errors='strict': (encode(obj, encoding, errors), len(obj))

def getdecoder(encoding):
    return lambda obj, errors='strict': (decode(obj, encoding, errors), len(obj))

class IncrementalEncoder:
    encoding = 'utf-8'

    def __init__(self, errors='strict'):
        self.errors = errors

    def encode(self, input, final=False):
        return encode(input, self.encoding, self.errors)

    def reset(self):
        pass

# A character that is not whole waits for its rest.
class IncrementalDecoder:
    encoding = 'utf-8'

    def __init__(self, errors='strict'):
        self.errors = errors
        self._rest = b''

    def decode(self, input, final=False):
        data, self._rest = self._rest + bytes(input), b''
        if not final:
            whole = len(data) - self._begun(data)
            data, self._rest = data[:whole], data[whole:]
        return decode(data, self.encoding, self.errors)

    # How many bytes at the end begin a character.
    def _begun(self, data):
        for count in range(min(3, len(data)), 0, -1):
            try:
                decode(data[-count:], self.encoding)
            except UnicodeDecodeError as error:
                if error.start == 0 and error.reason in ('unexpected end of data', 'truncated data'):
                    return count
        return 0

    def reset(self):
        self._rest = b''

def getincrementalencoder(encoding):
    ''.encode(encoding)
    return type('IncrementalEncoder', (IncrementalEncoder,), {'encoding': encoding})

def getincrementaldecoder(encoding):
    b''.decode(encoding)
    return type('IncrementalDecoder', (IncrementalDecoder,), {'encoding': encoding})

def iterencode(iterator, encoding, errors='strict'):
    encoder = getincrementalencoder(encoding)(errors)
    for text in iterator:
        output = encoder.encode(text)
        if output:
            yield output

def iterdecode(iterator, encoding, errors='strict'):
    decoder = getincrementaldecoder(encoding)(errors)
    for data in iterator:
        output = decoder.decode(data)
        if output:
            yield output
    output = decoder.decode(b'', True)
    if output:
        yield output

def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    if encoding is None:
        return _builtins.open(filename, mode, buffering)
    return _builtins.open(filename, mode.replace('b', ''), encoding=encoding, errors=errors, newline='')
