# What happens to exceptions that nobody can catch: of `__del__`, of generators that die, of weak references' callbacks.

from _introspection import frames as _frames, way as _way

_is_ending = False

class UnraisableHookArgs:
    __module__ = 'sys'

    def __init__(self, exc_type, exc_value, exc_traceback, err_msg, object):
        self.exc_type = exc_type
        self.exc_value = exc_value
        self.exc_traceback = exc_traceback
        self.err_msg = err_msg
        self.object = object

# From here on the modules are being taken apart, and source lines cannot be read any more.
def end():
    global _is_ending
    _is_ending = True

def _places(problem):
    entries = _way(problem)
    if entries:
        return [entry[4] for entry in entries]
    return [f'  File "{file}", line {line}, in {function}\n    {text}\n'
            for file, line, function, text, shown in _frames(1)]

def _name_of(kind):
    module = kind.__module__
    return kind.__qualname__ if module in ('builtins', '__main__') else f'{module}.{kind.__qualname__}'

def _text_of(problem):
    try:
        return str(problem)
    except BaseException:
        return '<exception str() failed>'

def hook(unraisable):
    import sys
    problem = unraisable.exc_value
    heading = unraisable.err_msg or 'Exception ignored in'
    lines = [f'{heading}: {unraisable.object!r}\n', 'Traceback (most recent call last):\n']
    places = _places(problem)
    lines += [place.split('\n')[0] + '\n' for place in places] if _is_ending else places
    text = _text_of(problem)
    name = _name_of(unraisable.exc_type)
    lines.append(f'{name}: {text}\n' if text else f'{name}\n')
    sys.stderr.write(''.join(lines))

def warn_unawaited(coroutine):
    from warnings import warn, warn_explicit
    message = f"coroutine '{coroutine.__qualname__}' was never awaited"
    if _is_ending:
        warn_explicit(message, RuntimeWarning, 'sys', 1)
    else:
        warn(message, RuntimeWarning, 1, coroutine)

def report(problem, object, message=None):
    import sys
    told = sys.unraisablehook
    try:
        told(UnraisableHookArgs(type(problem), problem, problem.__traceback__, message, object))
    except BaseException as another:
        hook(UnraisableHookArgs(type(another), another, None, 'Exception ignored in sys.unraisablehook', told))
