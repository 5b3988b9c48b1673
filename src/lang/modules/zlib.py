__all__ = ['adler32', 'compress', 'crc32', 'decompress', 'error']

from _zlib import adler32, compress as _compress, crc32, decompress as _decompress

Z_BEST_COMPRESSION = 9
Z_BEST_SPEED = 1
Z_DEFAULT_COMPRESSION = -1
Z_NO_COMPRESSION = 0
MAX_WBITS = 15
DEFLATED = 8
DEF_BUF_SIZE = 16384
DEF_MEM_LEVEL = 8
Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY, Z_RLE, Z_FIXED = range(5)

class error(Exception):
    __module__ = 'zlib'

def _checked(reply):
    if isinstance(reply, tuple):
        raise error(reply[1])
    return reply

def compress(data, /, level=Z_DEFAULT_COMPRESSION, wbits=MAX_WBITS):
    if level < -1 or level > 9:
        raise error('Bad compression level')
    return _checked(_compress(data, level))

def decompress(data, /, wbits=MAX_WBITS, bufsize=16384):
    return _checked(_decompress(data))
