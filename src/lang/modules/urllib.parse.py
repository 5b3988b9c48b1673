from collections import namedtuple

__all__ = [
    'DefragResult', 'ParseResult', 'SplitResult', 'parse_qs', 'parse_qsl', 'quote', 'quote_plus', 'unquote',
    'unquote_plus', 'urldefrag', 'urlencode', 'urljoin', 'urlparse', 'urlsplit', 'urlunparse', 'urlunsplit',
]

_SAFE = frozenset('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~')


class _Address:
    @property
    def hostname(self):
        host = self.netloc.rpartition('@')[2].partition(':')[0]
        return host.lower() or None

    @property
    def port(self):
        port = self.netloc.rpartition('@')[2].partition(':')[2]
        return int(port) if port else None

    @property
    def username(self):
        user, found, _ = self.netloc.rpartition('@')
        return user.partition(':')[0] if found else None

    @property
    def password(self):
        user, found, _ = self.netloc.rpartition('@')
        return (user.partition(':')[2] or None) if found else None

    def geturl(self):
        return urlunsplit(self) if len(self) == 5 else urlunparse(self)


class SplitResult(_Address, namedtuple('SplitResult', 'scheme netloc path query fragment')):
    __module__ = 'urllib.parse'


class ParseResult(_Address, namedtuple('ParseResult', 'scheme netloc path params query fragment')):
    __module__ = 'urllib.parse'


class DefragResult(namedtuple('DefragResult', 'url fragment')):
    __module__ = 'urllib.parse'

    def geturl(self):
        return self.url + '#' + self.fragment if self.fragment else self.url


def urldefrag(url):
    if '#' not in url:
        return DefragResult(url, '')
    *parts, fragment = urlparse(url)
    return DefragResult(urlunparse((*parts, '')), fragment)


def urlsplit(url, scheme='', allow_fragments=True):
    start, found, rest = url.partition(':')
    letters = start.replace('+', '').replace('-', '').replace('.', '')
    if found and start and start[0].isalpha() and letters.isalnum():
        scheme = start.lower()
    else:
        rest = url
    netloc = query = fragment = ''
    if rest.startswith('//'):
        end = min([at for at in [rest.find(mark, 2) for mark in '/?#'] if at >= 0], default=len(rest))
        netloc, rest = rest[2:end], rest[end:]
    if allow_fragments:
        rest, _, fragment = rest.partition('#')
    rest, _, query = rest.partition('?')
    return SplitResult(scheme, netloc, rest, query, fragment)


def urlparse(url, scheme='', allow_fragments=True):
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    head, slash, last = path.rpartition('/')
    last, _, params = last.partition(';')
    return ParseResult(scheme, netloc, head + slash + last, params, query, fragment)


def urlunsplit(parts):
    scheme, netloc, path, query, fragment = parts
    url = path
    if netloc:
        if path and not path.startswith('/'):
            path = '/' + path
        url = '//' + netloc + path
    if scheme:
        url = scheme + ':' + url
    if query:
        url += '?' + query
    return url + '#' + fragment if fragment else url


def urlunparse(parts):
    scheme, netloc, path, params, query, fragment = parts
    if params:
        path = path + ';' + params
    return urlunsplit((scheme, netloc, path, query, fragment))


def urljoin(base, url, allow_fragments=True):
    if not base or not url:
        return url or base
    here = urlsplit(base)
    there = urlsplit(url, here.scheme)
    if there.scheme != here.scheme:
        return url
    if there.netloc:
        return urlunsplit(there)
    path, query = there.path, there.query
    if not path:
        path = here.path
        query = query or here.query
    elif not path.startswith('/'):
        path = here.path.rpartition('/')[0] + '/' + path
    parts = []
    for part in path.split('/'):
        if part == '..':
            if len(parts) > 1:
                parts.pop()
        elif part != '.':
            parts.append(part)
    if path.endswith(('/.', '/..')):
        parts.append('')
    return urlunsplit((here.scheme, here.netloc, '/'.join(parts), query, there.fragment))


def quote(string, safe='/', encoding=None, errors=None):
    data = string if isinstance(string, (bytes, bytearray)) else string.encode(encoding or 'utf-8')
    shown = []
    for byte in data:
        letter = chr(byte)
        shown.append(letter if letter in _SAFE or letter in safe else '%%%02X' % byte)
    return ''.join(shown)


def quote_plus(string, safe='', encoding=None, errors=None):
    return quote(string, safe + ' ', encoding, errors).replace(' ', '+')


def unquote(string, encoding='utf-8', errors='replace'):
    if '%' not in string:
        return string
    data = bytearray()
    at = 0
    while at < len(string):
        if string[at] == '%':
            try:
                data.append(int(string[at + 1:at + 3], 16))
                at += 3
                continue
            except ValueError:
                pass
        data.extend(string[at].encode())
        at += 1
    return bytes(data).decode(encoding, errors)


def unquote_plus(string, encoding='utf-8', errors='replace'):
    return unquote(string.replace('+', ' '), encoding, errors)


def urlencode(query, doseq=False, safe='', encoding=None, errors=None, quote_via=quote_plus):
    pairs = []
    for name, value in (query.items() if hasattr(query, 'items') else query):
        several = doseq and isinstance(value, (list, tuple))
        for one in value if several else [value]:
            pairs.append(quote_via(_plain(name), safe) + '=' + quote_via(_plain(one), safe))
    return '&'.join(pairs)


def _plain(value):
    return value if isinstance(value, (str, bytes)) else str(value)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False):
    pairs = []
    for part in qs.split('&'):
        name, found, value = part.partition('=')
        if part and (value or keep_blank_values):
            pairs.append((unquote_plus(name), unquote_plus(value)))
    return pairs


def parse_qs(qs, keep_blank_values=False, strict_parsing=False):
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values):
        found.setdefault(name, []).append(value)
    return found
