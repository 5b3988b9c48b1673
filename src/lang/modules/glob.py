__all__ = ['escape', 'glob', 'iglob']

import os as _os

def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(iglob(pathname, root_dir=root_dir, recursive=recursive, include_hidden=include_hidden))

def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    start = '/' if pathname.startswith('/') else ''
    parts = [part for part in pathname.split('/') if part]
    found = _found(start, parts, root_dir, recursive, include_hidden)
    if pathname.endswith('/'):
        found = [path + '/' for path in found if _os.path.isdir(path)]
    return iter(found)

def _is_magic(text):
    return '*' in text or '?' in text or '[' in text

def _found(start, parts, root, recursive, hidden):
    at = 0
    while at < len(parts) and not _is_magic(parts[at]):
        at += 1
    start += '/'.join(parts[:at])
    if at == len(parts):
        return [start] if start and _os.path.exists(_os.path.join(root, start) if root else start) else []
    start += '/' if at else ''
    first, rest = parts[at], parts[at + 1:]
    if first == '**' and recursive:
        return _deep(start, rest, root, hidden)
    from fnmatch import fnmatchcase
    place = _os.path.join(root, start) if root else start
    names = [name for name in _names(place) if fnmatchcase(name, first)
             and (hidden or first.startswith('.') or not name.startswith('.'))]
    if not rest:
        return [start + name for name in names]
    return [path for name in names for path in _found(start + name + '/', rest, root, recursive, hidden)]

def _names(place):
    return _os.listdir(place or '.') if _os.path.isdir(place or '.') else []

def _deep(start, rest, root, hidden):
    found = _found(start, rest, root, True, hidden) if rest else []
    place = _os.path.join(root, start) if root else start
    for name in _names(place):
        if name.startswith('.') and not hidden:
            continue
        if not rest:
            found.append(start + name)
        if _os.path.isdir(_os.path.join(place, name)):
            found += _deep(start + name + '/', rest, root, hidden)
    return found

def escape(pathname):
    return ''.join([f'[{letter}]' if letter in '*?[' else letter for letter in pathname])
