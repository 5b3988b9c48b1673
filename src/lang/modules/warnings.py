__all__ = ['WarningMessage', 'catch_warnings', 'filterwarnings', 'formatwarning', 'resetwarnings', 'showwarning',
           'simplefilter', 'warn', 'warn_explicit']

import sys as _sys
from _introspection import frames as _frames

# Action, message, category, module, line; the first that fits decides.
filters = [
    ('default', None, DeprecationWarning, '__main__', 0),
    ('ignore', None, DeprecationWarning, None, 0),
    ('ignore', None, PendingDeprecationWarning, None, 0),
    ('ignore', None, ImportWarning, None, 0),
    ('ignore', None, ResourceWarning, None, 0),
]
defaultaction = 'default'
onceregistry = {}
_ACTIONS = ('error', 'ignore', 'always', 'default', 'module', 'once')
_shown = {}
_captured = None

class WarningMessage:
    _WARNING_DETAILS = ('message', 'category', 'filename', 'lineno', 'file', 'line', 'source')

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f'{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, '
                f'lineno : {self.lineno}, line : {self.line!r}}}')

def _captured_by(function):
    global _captured
    _captured = function

def formatwarning(message, category, filename, lineno, line=None):
    text = f'{filename}:{lineno}: {category.__name__}: {message}\n'
    return text + f'  {line.strip()}\n' if line else text

def showwarning(message, category, filename, lineno, file=None, line=None):
    _write(formatwarning(message, category, filename, lineno, line), file)

def _write(text, file=None):
    if _captured is not None and file is None:
        _captured(text)
        return
    (_sys.stderr if file is None else file).write(text)

_original = showwarning

def _checked_category(category, what):
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError(f"{what} must be a Warning subclass, not '{type(category).__name__}'")

def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = type(message)
    if category is None:
        category = UserWarning
    _checked_category(category, 'category')
    found = _frames(max(stacklevel, 1))
    if len(found) >= stacklevel:
        filename, lineno, _, line = found[-1][:4]
    else:
        filename, lineno, line = 'sys', 1, None
    _decide(message, category, filename, lineno, '__main__', _shown, line, source)

def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    if module is None:
        module = filename[:-3] if filename.endswith('.py') else filename
    _decide(message, category, filename, int(lineno), module, {} if registry is None else registry, None, source)

def _matches(pattern, text):
    if pattern is None:
        return True
    import re
    return re.match(pattern, text, re.I) is not None

def _action(text, category, module, lineno):
    for action, message, kind, pattern, line in filters:
        fits_module = pattern is None or pattern == module or _matches(pattern, module)
        if issubclass(category, kind) and (line == 0 or line == lineno) and fits_module and _matches(message, text):
            return action
    return defaultaction

def _decide(message, category, filename, lineno, module, registry, line, source):
    if isinstance(message, Warning):
        text, category = str(message), type(message)
    else:
        text, message = message, category(message)
    action = _action(text, category, module, lineno)
    if action == 'ignore':
        return
    if action == 'error':
        raise message
    key = {'default': (text, category, lineno), 'once': (text, category), 'module': (text, category, 0)}.get(action)
    if key is not None:
        known = onceregistry if action == 'once' else registry
        if key in known:
            return
        known[key] = 1
    _show(WarningMessage(message, category, filename, lineno, None, line, source))

def _show(found):
    if showwarning is not _original:
        showwarning(found.message, found.category, found.filename, found.lineno, found.file, None)
        return
    text = formatwarning(found.message, found.category, found.filename, found.lineno, found.line)
    if found.source is not None:
        text += f'{found.category.__name__}: Enable tracemalloc to get the object allocation traceback\n'
    _write(text)

def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    if action not in _ACTIONS:
        raise ValueError(f'invalid action: {action!r}')
    _add((action, message or None, category, module or None, lineno), append)

def simplefilter(action, category=Warning, lineno=0, append=False):
    if action not in _ACTIONS:
        raise ValueError(f'invalid action: {action!r}')
    _add((action, None, category, None, lineno), append)

def _add(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    # What was shown under other filters may be shown again.
    _shown.clear()

def resetwarnings():
    filters.clear()
    _shown.clear()

class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __repr__(self):
        return 'catch_warnings(record=True)' if self._record else 'catch_warnings()'

    def __enter__(self):
        global showwarning, _show
        if self._entered:
            raise RuntimeError(f'Cannot enter {self!r} twice')
        self._entered = True
        self._filters = filters[:]
        self._showing = showwarning, _show
        _shown.clear()
        if self._filter is not None:
            simplefilter(*self._filter)
        if not self._record:
            return None
        log = []
        _show = log.append
        showwarning = _original
        return log

    def __exit__(self, *exc_info):
        global showwarning, _show
        if not self._entered:
            raise RuntimeError(f'Cannot exit {self!r} without entering first')
        filters[:] = self._filters
        showwarning, _show = self._showing
        _shown.clear()
