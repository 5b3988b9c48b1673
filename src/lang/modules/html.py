# Texts with references to characters, as they stand in HTML.

import re as _re

__all__ = ['escape', 'unescape']

# Names of characters that follow one another, by the number of the first.
_ROWS = {
    34: 'quot', 38: 'amp', 39: 'apos', 60: 'lt', 62: 'gt',
    160: (
        'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute '
        'micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig '
        'Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash '
        'Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute '
        'ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc '
        'uuml yacute thorn yuml'
    ),
    338: 'OElig oelig', 352: 'Scaron scaron', 376: 'Yuml', 402: 'fnof', 710: 'circ', 732: 'tilde',
    913: 'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho',
    931: 'Sigma Tau Upsilon Phi Chi Psi Omega',
    945: (
        'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau '
        'upsilon phi chi psi omega'
    ),
    977: 'thetasym upsih', 982: 'piv', 8194: 'ensp emsp', 8201: 'thinsp', 8204: 'zwnj zwj lrm rlm',
    8211: 'ndash mdash', 8216: 'lsquo rsquo sbquo', 8220: 'ldquo rdquo bdquo', 8224: 'dagger Dagger bull',
    8230: 'hellip', 8240: 'permil', 8242: 'prime Prime', 8249: 'lsaquo rsaquo', 8254: 'oline', 8260: 'frasl',
    8364: 'euro', 8465: 'image', 8472: 'weierp', 8476: 'real', 8482: 'trade', 8501: 'alefsym',
    8592: 'larr uarr rarr darr harr', 8629: 'crarr', 8656: 'lArr uArr rArr dArr hArr', 8704: 'forall',
    8706: 'part exist', 8709: 'empty', 8711: 'nabla isin notin', 8715: 'ni', 8719: 'prod', 8721: 'sum minus',
    8727: 'lowast', 8730: 'radic', 8733: 'prop infin', 8736: 'ang', 8743: 'and or cap cup int', 8756: 'there4',
    8764: 'sim', 8773: 'cong', 8776: 'asymp', 8800: 'ne equiv', 8804: 'le ge', 8834: 'sub sup nsub',
    8838: 'sube supe', 8853: 'oplus', 8855: 'otimes', 8869: 'perp', 8901: 'sdot', 8968: 'lceil rceil lfloor rfloor',
    9001: 'lang rang', 9674: 'loz', 9824: 'spades', 9827: 'clubs', 9829: 'hearts diams',
}
_CHARACTERS = {name: chr(first + at) for first, row in _ROWS.items() for at, name in enumerate(row.split())}
# The old ones are known without a semicolon, too.
_OLD = set(_ROWS[160].split()) | {'quot', 'amp', 'lt', 'gt'}
for _name in ('quot', 'amp', 'lt', 'gt', 'copy', 'reg'):
    _CHARACTERS[_name.upper()] = _CHARACTERS[_name]
    _OLD.add(_name.upper())
_REFERENCE = _re.compile('&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]*;?)')
# What browsers take numbers of control characters for: the characters of Windows.
_WINDOWS = ('\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f'
            '\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178')

def escape(s, quote=True):
    s = s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    return s.replace('"', '&quot;').replace("'", '&#x27;') if quote else s

def _numbered(number):
    if 0x80 <= number < 0xa0:
        return _WINDOWS[number - 0x80]
    if number == 0 or 0xd800 <= number < 0xe000 or number > 0x10ffff:
        return '\ufffd'
    if number == 0xd:
        return '\r'
    is_control = number < 0x20 and chr(number) not in '\t\n\f' or number == 0x7f
    if is_control or 0xfdd0 <= number < 0xfdf0 or number & 0xfffe == 0xfffe:
        return ''
    return chr(number)

def _replaced(match):
    text = match.group(1)
    if text[0] == '#':
        digits = text[1:].rstrip(';')
        return _numbered(int(digits[1:], 16) if digits[0] in 'xX' else int(digits))
    if text[-1] == ';' and text[:-1] in _CHARACTERS:
        return _CHARACTERS[text[:-1]]
    for end in range(len(text), 1, -1):
        if text[:end] in _OLD:
            return _CHARACTERS[text[:end]] + text[end:]
    return '&' + text

def unescape(s):
    return _REFERENCE.sub(_replaced, s) if '&' in s else s
