# Types of files by their names, as of CPython's own tables: files of the system that say more are not read.

import os as _os
import string as _string

__all__ = ['MimeTypes', 'add_type', 'guess_all_extensions', 'guess_extension', 'guess_type', 'init', 'read_mime_types']

knownfiles = []
inited = True

_OF_SCHEMES = _string.ascii_letters + _string.digits + '+-.'

_TYPES = {
    'application/javascript': '.js .mjs',
    'application/json': '.json',
    'application/manifest+json': '.webmanifest',
    'application/msword': '.doc .dot .wiz',
    'application/n-quads': '.nq',
    'application/n-triples': '.nt',
    'application/octet-stream': '.bin .a .dll .exe .o .obj .so',
    'application/oda': '.oda',
    'application/pdf': '.pdf',
    'application/pkcs7-mime': '.p7c',
    'application/postscript': '.ps .ai .eps',
    'application/trig': '.trig',
    'application/vnd.apple.mpegurl': '.m3u .m3u8',
    'application/vnd.ms-excel': '.xls .xlb',
    'application/vnd.ms-powerpoint': '.ppt .pot .ppa .pps .pwz',
    'application/wasm': '.wasm',
    'application/x-bcpio': '.bcpio',
    'application/x-cpio': '.cpio',
    'application/x-csh': '.csh',
    'application/x-dvi': '.dvi',
    'application/x-gtar': '.gtar',
    'application/x-hdf': '.hdf',
    'application/x-hdf5': '.h5',
    'application/x-latex': '.latex',
    'application/x-mif': '.mif',
    'application/x-netcdf': '.cdf .nc',
    'application/x-pkcs12': '.p12 .pfx',
    'application/x-pn-realaudio': '.ram',
    'application/x-python-code': '.pyc .pyo',
    'application/x-sh': '.sh',
    'application/x-shar': '.shar',
    'application/x-shockwave-flash': '.swf',
    'application/x-sv4cpio': '.sv4cpio',
    'application/x-sv4crc': '.sv4crc',
    'application/x-tar': '.tar',
    'application/x-tcl': '.tcl',
    'application/x-tex': '.tex',
    'application/x-texinfo': '.texi .texinfo',
    'application/x-troff': '.roff .t .tr',
    'application/x-troff-man': '.man',
    'application/x-troff-me': '.me',
    'application/x-troff-ms': '.ms',
    'application/x-ustar': '.ustar',
    'application/x-wais-source': '.src',
    'application/xml': '.xsl .rdf .wsdl .xpdl',
    'application/zip': '.zip',
    'audio/3gpp': '.3gp .3gpp',
    'audio/3gpp2': '.3g2 .3gpp2',
    'audio/aac': '.aac .adts .loas .ass',
    'audio/basic': '.au .snd',
    'audio/mpeg': '.mp3 .mp2',
    'audio/opus': '.opus',
    'audio/x-aiff': '.aif .aifc .aiff',
    'audio/x-pn-realaudio': '.ra',
    'audio/x-wav': '.wav',
    'image/avif': '.avif',
    'image/bmp': '.bmp',
    'image/gif': '.gif',
    'image/ief': '.ief',
    'image/jpeg': '.jpg .jpe .jpeg',
    'image/heic': '.heic',
    'image/heif': '.heif',
    'image/png': '.png',
    'image/svg+xml': '.svg',
    'image/tiff': '.tiff .tif',
    'image/vnd.microsoft.icon': '.ico',
    'image/x-cmu-raster': '.ras',
    'image/x-portable-anymap': '.pnm',
    'image/x-portable-bitmap': '.pbm',
    'image/x-portable-graymap': '.pgm',
    'image/x-portable-pixmap': '.ppm',
    'image/x-rgb': '.rgb',
    'image/x-xbitmap': '.xbm',
    'image/x-xpixmap': '.xpm',
    'image/x-xwindowdump': '.xwd',
    'message/rfc822': '.eml .mht .mhtml .nws',
    'text/css': '.css',
    'text/csv': '.csv',
    'text/html': '.html .htm',
    'text/n3': '.n3',
    'text/plain': '.txt .bat .c .h .ksh .pl .srt',
    'text/richtext': '.rtx',
    'text/tab-separated-values': '.tsv',
    'text/vtt': '.vtt',
    'text/x-python': '.py',
    'text/x-setext': '.etx',
    'text/x-sgml': '.sgm .sgml',
    'text/x-vcard': '.vcf',
    'text/xml': '.xml',
    'video/mp4': '.mp4',
    'video/mpeg': '.mpeg .m1v .mpa .mpe .mpg',
    'video/quicktime': '.mov .qt',
    'video/webm': '.webm',
    'video/x-msvideo': '.avi',
    'video/x-sgi-movie': '.movie',
}

_COMMON = {
    '.rtf': 'application/rtf',
    '.midi': 'audio/midi',
    '.mid': 'audio/midi',
    '.jpg': 'image/jpg',
    '.pict': 'image/pict',
    '.pct': 'image/pict',
    '.pic': 'image/pict',
    '.webp': 'image/webp',
    '.xul': 'text/xul',
}

suffix_map = {'.svgz': '.svg.gz', '.tgz': '.tar.gz', '.taz': '.tar.gz', '.tz': '.tar.gz', '.tbz2': '.tar.bz2', '.txz': '.tar.xz'}
encodings_map = {'.gz': 'gzip', '.Z': 'compress', '.bz2': 'bzip2', '.xz': 'xz', '.br': 'br'}
types_map = {ending: kind for kind, endings in _TYPES.items() for ending in endings.split()}
common_types = dict(_COMMON)


class MimeTypes:
    def __init__(self, filenames=(), strict=True):
        self.encodings_map = encodings_map.copy()
        self.suffix_map = suffix_map.copy()
        self.types_map = {}, {}
        self.types_map_inv = {}, {}
        for ending, kind in types_map.items():
            self.add_type(kind, ending, True)
        for ending, kind in common_types.items():
            self.add_type(kind, ending, False)
        for name in filenames:
            self.read(name, strict)

    def add_type(self, type, ext, strict=True):
        self.types_map[strict][ext] = type
        endings = self.types_map_inv[strict].setdefault(type, [])
        if ext not in endings:
            endings.append(ext)

    def guess_type(self, url, strict=True):
        url = _os.fspath(url)
        scheme, colon, rest = url.partition(':')
        if colon and len(scheme) > 1 and scheme[0].isalpha() and not scheme.strip(_OF_SCHEMES):
            url = rest
            if scheme.lower() == 'data':
                return self._of_data(url)
        base, ending = _os.path.splitext(url)
        while ending.lower() in self.suffix_map:
            base, ending = _os.path.splitext(base + self.suffix_map[ending.lower()])
        encoding = self.encodings_map.get(ending)
        if encoding is not None:
            base, ending = _os.path.splitext(base)
        ending = ending.lower()
        kind = self.types_map[True].get(ending)
        if kind is None and not strict:
            kind = self.types_map[False].get(ending)
        return kind, encoding

    def _of_data(self, url):
        comma = url.find(',')
        if comma < 0:
            return None, None
        kind = url[:comma].partition(';')[0]
        return 'text/plain' if '=' in kind or '/' not in kind else kind, None

    def guess_all_extensions(self, type, strict=True):
        type = type.lower()
        endings = list(self.types_map_inv[True].get(type, []))
        if not strict:
            endings += [ending for ending in self.types_map_inv[False].get(type, []) if ending not in endings]
        return endings

    def guess_extension(self, type, strict=True):
        endings = self.guess_all_extensions(type, strict)
        return endings[0] if endings else None

    def read(self, filename, strict=True):
        with open(filename, encoding='utf-8') as file:
            self.readfp(file, strict)

    def readfp(self, fp, strict=True):
        for line in fp:
            kind, *endings = line.partition('#')[0].split() or ['']
            for ending in endings:
                self.add_type(kind, '.' + ending, strict)


_known = MimeTypes()
types_map, common_types = _known.types_map[True], _known.types_map[False]
suffix_map, encodings_map = _known.suffix_map, _known.encodings_map


def guess_type(url, strict=True):
    return _known.guess_type(url, strict)


def guess_all_extensions(type, strict=True):
    return _known.guess_all_extensions(type, strict)


def guess_extension(type, strict=True):
    return _known.guess_extension(type, strict)


def add_type(type, ext, strict=True):
    _known.add_type(type, ext, strict)


def init(files=None):
    for name in files or ():
        _known.read(name)


def read_mime_types(file):
    try:
        opened = open(file, encoding='utf-8')
    except OSError:
        return None
    with opened:
        made = MimeTypes()
        made.readfp(opened)
        return made.types_map[True]
