from _files import path_text as _text, checked as _checked
from _system import entered as _entered, getcwd as _getcwd, kind as _kind, size as _size

__name__ = 'posixpath'

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

# Where the program is: it may have gone elsewhere since it began.
def _current_folder():
    folder = _entered()
    return folder if folder.startswith('/') else normpath(join(_checked(_getcwd(), '.'), folder))

def abspath(path):
    path = _text(path)
    if not path.startswith('/'):
        path = join(_current_folder(), path)
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

def getmtime(filename):
    from _file_status import status
    return status(filename).st_mtime

def getatime(filename):
    from _file_status import status
    return status(filename).st_atime

def getctime(filename):
    from _file_status import status
    return status(filename).st_ctime

def samestat(s1, s2):
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev

def commonprefix(m):
    if not m:
        return ''
    least, most = min(m), max(m)
    for at in range(len(least)):
        if least[at] != most[at]:
            return least[:at]
    return least

altsep = None
extsep = '.'
pathsep = ':'
defpath = '/bin:/usr/bin'
devnull = '/dev/null'
supports_unicode_filenames = False

lexists = exists

# Symbolic links are followed, and told from nothing else.
def islink(path):
    return False

def ismount(path):
    return abspath(path) == '/'

def samefile(f1, f2):
    for name in (f1, f2):
        _checked(_size(realpath(name)), name)
    return realpath(f1) == realpath(f2)

def normcase(s):
    return _text(s)

def splitdrive(p):
    return '', _text(p)

def relpath(path, start=curdir):
    if not path:
        raise ValueError('no path specified')
    here, there = abspath(start).strip('/').split('/'), abspath(path).strip('/').split('/')
    here, there = [part for part in here if part], [part for part in there if part]
    common = len(commonprefix([here, there]))
    return '/'.join([pardir] * (len(here) - common) + there[common:]) or curdir

def commonpath(paths):
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    paths = [_text(path) for path in paths]
    if len({path.startswith('/') for path in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    parts = [[part for part in path.split('/') if part not in ('', curdir)] for path in paths]
    return ('/' if paths[0].startswith('/') else '') + '/'.join(commonprefix(parts))

def expanduser(path):
    path = _text(path)
    head, slash, rest = path.partition('/')
    if head != '~':
        return path
    import os
    home = os.environ.get('HOME')
    return path if home is None else (home.rstrip('/') + slash + rest) or '/'

def expandvars(path):
    import os
    import re
    def value(found):
        name = found[1] or found[2]
        return os.environ.get(name, found[0])
    return re.sub(r'\$(?:(\w+)|\{([^}]*)\})', value, _text(path))
