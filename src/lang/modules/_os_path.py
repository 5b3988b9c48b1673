from _files import path_text as _text, checked as _checked
from _system import getcwd as _getcwd, kind as _kind, size as _size

sep = '/'
curdir = '.'
pardir = '..'

def join(a, *p):
    path = _text(a)
    for part in p:
        part = _text(part)
        if part.startswith('/'):
            path = part
        elif not path or path.endswith('/'):
            path += part
        else:
            path += '/' + part
    return path

def split(p):
    p = _text(p)
    at = p.rfind('/') + 1
    head, tail = p[:at], p[at:]
    if head.strip('/'):
        head = head.rstrip('/')
    return head, tail

def basename(p):
    return split(p)[1]

def dirname(p):
    return split(p)[0]

def splitext(p):
    p = _text(p)
    slash, dot = p.rfind('/'), p.rfind('.')
    first = slash + 1
    while first < dot and p[first] == '.':
        first += 1
    if dot > slash and first < dot:
        return p[:dot], p[dot:]
    return p, ''

def isabs(s):
    return _text(s).startswith('/')

def normpath(path):
    path = _text(path)
    if not path:
        return '.'
    start = '/' if path.startswith('/') else ''
    if path.startswith('//') and not path.startswith('///'):
        start = '//'
    parts = []
    for part in path.split('/'):
        if part in ('', '.'):
            continue
        if part != '..' or not start and not parts or parts and parts[-1] == '..':
            parts.append(part)
        elif parts:
            parts.pop()
    return start + '/'.join(parts) or '.'

def abspath(path):
    path = _text(path)
    if not path.startswith('/'):
        path = join(_checked(_getcwd(), '.'), path)
    return normpath(path)

realpath = abspath

def exists(path):
    return _kind(_text(path)) != ''

def isfile(path):
    return _kind(_text(path)) == 'file'

def isdir(s):
    return _kind(_text(s)) == 'folder'

def getsize(filename):
    return _checked(_size(_text(filename)), filename)

def commonprefix(m):
    if not m:
        return ''
    least, most = min(m), max(m)
    for at in range(len(least)):
        if least[at] != most[at]:
            return least[:at]
    return least
