__all__ = ['Error', 'SameFileError', 'copy', 'copy2', 'copyfile', 'copyfileobj', 'copymode', 'copystat', 'copytree', 'get_terminal_size',
           'move', 'rmtree', 'which']

import os as _os

class Error(OSError):
    pass

class SameFileError(Error):
    pass

def copyfileobj(fsrc, fdst, length=0):
    while True:
        data = fsrc.read(length or 65536)
        if not data:
            break
        fdst.write(data)

def copyfile(src, dst, *, follow_symlinks=True):
    if _os.path.abspath(src) == _os.path.abspath(dst):
        raise SameFileError(f'{src!r} and {dst!r} are the same file')
    with open(src, 'rb') as source:
        data = source.read()
    with open(dst, 'wb') as target:
        target.write(data)
    return dst

def copy(src, dst, *, follow_symlinks=True):
    if _os.path.isdir(dst):
        dst = _os.path.join(dst, _os.path.basename(src))
    copyfile(src, dst)
    copymode(src, dst)
    return dst

def copymode(src, dst, *, follow_symlinks=True):
    _os.chmod(dst, _os.stat(src).st_mode & 0o7777)

def copystat(src, dst, *, follow_symlinks=True):
    found = _os.stat(src)
    _os.utime(dst, ns=(found.st_atime_ns, found.st_mtime_ns))
    _os.chmod(dst, found.st_mode & 0o7777)

def copy2(src, dst, *, follow_symlinks=True):
    if _os.path.isdir(dst):
        dst = _os.path.join(dst, _os.path.basename(src))
    copyfile(src, dst)
    copystat(src, dst)
    return dst

def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False,
             dirs_exist_ok=False):
    names = _os.listdir(src)
    left_out = ignore(_os.fspath(src), names) if ignore is not None else ()
    _os.makedirs(dst, exist_ok=dirs_exist_ok)
    for name in names:
        if name in left_out:
            continue
        source, target = _os.path.join(src, name), _os.path.join(dst, name)
        if _os.path.isdir(source):
            copytree(source, target, ignore=ignore, copy_function=copy_function, dirs_exist_ok=dirs_exist_ok)
        else:
            copy_function(source, target)
    copystat(src, dst)
    return dst

def ignore_patterns(*patterns):
    from fnmatch import filter
    return lambda path, names: {name for pattern in patterns for name in filter(names, pattern)}

def rmtree(path, ignore_errors=False, onerror=None, *, dir_fd=None):
    try:
        for name in _os.listdir(path):
            whole = _os.path.join(path, name)
            if _os.path.isdir(whole):
                rmtree(whole)
            else:
                _os.remove(whole)
        _os.rmdir(path)
    except OSError:
        if not ignore_errors:
            raise

def move(src, dst, copy_function=copy2):
    target = dst
    if _os.path.isdir(dst):
        target = _os.path.join(dst, _os.path.basename(_os.fspath(src).rstrip('/')))
        if _os.path.exists(target):
            raise Error(f"Destination path '{target}' already exists")
    _os.rename(src, target)
    return target

class _Size(tuple):
    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return f'os.terminal_size(columns={self[0]}, lines={self[1]})'

def get_terminal_size(fallback=(80, 24)):
    # Of nothing that a program prints here is known that it is a terminal.
    columns, lines = _os.environ.get('COLUMNS'), _os.environ.get('LINES')
    return _Size((int(columns or fallback[0]), int(lines or fallback[1])))

def which(cmd, mode=1, path=None):
    return None
