__all__ = ['checkcache', 'clearcache', 'getline', 'lazycache']

cache = {}

def clearcache():
    cache.clear()

def getline(filename, lineno, module_globals=None):
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ''

def getlines(filename, module_globals=None):
    if filename in cache and len(cache[filename]) != 1:
        return cache[filename][2]
    return updatecache(filename, module_globals)

def checkcache(filename=None):
    for name in list(cache) if filename is None else [filename]:
        if name in cache and cache[name][1] is not None:
            del cache[name]

def lazycache(filename, module_globals):
    return False

def updatecache(filename, module_globals=None):
    cache.pop(filename, None)
    if not filename or filename.startswith('<') and filename.endswith('>'):
        return []
    try:
        with open(filename, encoding='utf-8') as file:
            lines = file.readlines()
    except (OSError, UnicodeDecodeError, SyntaxError):
        return []
    if lines and not lines[-1].endswith('\n'):
        lines[-1] += '\n'
    cache[filename] = sum(map(len, lines)), 0.0, lines, filename
    return lines
