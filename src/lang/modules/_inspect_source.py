# The lines of a function, class or module in the text that it was compiled from.

import re as _re
import types as _types

_missing = 'could not get source code'

# Behind the text literal that begins with these quotes: where it ends in the line, or None where it goes on.
def _behind(line, at, quotes):
    while at < len(line):
        if line[at] == '\\':
            at += 2
        elif line.startswith(quotes, at):
            return at + len(quotes)
        else:
            at += 1
    return None

# What a line does to the brackets that are open, the quotes that are, and whether it goes on after a backslash.
def _followed(line, depth, quotes):
    at = 0
    if quotes:
        at = _behind(line, 0, quotes)
        if at is None:
            return depth, quotes, False
    while at < len(line):
        char = line[at]
        if char == '#':
            break
        if char in '"\'':
            quotes = char * 3 if line.startswith(char * 3, at) else char
            behind = _behind(line, at + len(quotes), quotes)
            if behind is None:
                return depth, quotes if len(quotes) == 3 else None, len(quotes) == 1
            at = behind
            continue
        depth += (char in '([{') - (char in ')]}')
        at += 1
    return depth, None, line.endswith('\\')

# Where each logical line begins and ends.
def _logical(lines, first):
    begin, depth, quotes, goes_on = first, 0, None, False
    for at in range(first, len(lines)):
        depth, quotes, goes_on = _followed(lines[at].rstrip('\n'), depth, quotes)
        if depth <= 0 and quotes is None and not goes_on:
            yield begin, at + 1
            begin, depth = at + 1, 0

def _indent(line):
    return len(line) - len(line.lstrip())

# The lines from the first on that belong to the same definition.
def getblock(lines):
    level = inside = None
    last = 1
    for begin, end in _logical(lines, 0):
        text = lines[begin].strip()
        if level is None:
            last = end
            if text.startswith('@'):
                continue
            if not _re.match(r'(async\s+)?(def|class)\b', text):
                return lines[:end]
            level = _indent(lines[begin])
            tail = _re.sub(r'#[^\'"]*$', '', lines[end - 1]).rstrip()
            if not tail.endswith(':'):
                return lines[:end]
        elif not text:
            continue
        elif text.startswith('#'):
            if inside is not None and _indent(lines[begin]) >= inside:
                last = end
        elif _indent(lines[begin]) <= level:
            break
        else:
            inside = _indent(lines[begin]) if inside is None else inside
            last = end
    return lines[:last]

def _of_module(module):
    if getattr(module, '__file__', None) is None:
        raise TypeError(f'{module!r} is a built-in module')
    with open(module.__file__) as file:
        return file.read().splitlines(True)

# Its methods were compiled from the same text.
def _of_class(kind):
    for value in vars(kind).values():
        code = getattr(getattr(value, '__func__', None) or getattr(value, 'fget', None) or value, '__code__', None)
        if getattr(code, 'co_qualname', '').startswith(kind.__qualname__ + '.'):
            return code._text.splitlines(True)
    from sys import modules
    module = modules.get(kind.__module__)
    if getattr(module, '__file__', None) is None:
        raise TypeError(f'{kind!r} is a built-in class')
    return _of_module(module)

def _begin_of_class(lines, qualname):
    around = []
    for begin, end in _logical(lines, 0):
        text = lines[begin].strip()
        if not text or text.startswith('#'):
            continue
        while around and around[-1][0] >= _indent(lines[begin]):
            around.pop()
        found = _re.match(r'(?:async\s+)?(def|class)\s+(\w+)', text)
        if found:
            around.append((_indent(lines[begin]), found[2] + ('.<locals>' if found[1] == 'def' else '')))
            if '.'.join([name for _, name in around]) == qualname:
                yield begin

# Decorators stand above.
def _with_decorators(lines, begin):
    first = begin
    for start, end in _logical(lines, 0):
        if start >= begin:
            break
        text = lines[start].strip()
        if text.startswith('@'):
            first = min(first, start)
        elif text and not text.startswith('#'):
            first = begin
    return first

def findsource(object):
    if isinstance(object, _types.ModuleType):
        return _of_module(object), 0
    if isinstance(object, type):
        lines = _of_class(object)
        begins = list(_begin_of_class(lines, object.__qualname__))
        if not begins:
            raise OSError('could not find class definition')
        return lines, _with_decorators(lines, begins[-1])
    while isinstance(object, _types.MethodType):
        object = object.__func__
    code = getattr(object, '__code__', None) or getattr(object, 'f_code', None) or object
    if not isinstance(code, _types.CodeType):
        raise TypeError('module, class, method, function, traceback, frame, or code object was expected, got '
                        f'{type(object).__name__}')
    lines = code._text.splitlines(True)
    if code.co_filename.startswith('<') or not lines:
        raise OSError(_missing)
    return lines, code.co_firstlineno - 1

def getsourcelines(object):
    while hasattr(object, '__wrapped__'):
        object = object.__wrapped__
    lines, first = findsource(object)
    if isinstance(object, _types.ModuleType):
        return lines, 0
    return getblock(lines[first:]), first + 1

def getsource(object):
    return ''.join(getsourcelines(object)[0])
