__all__ = ['Timer', 'default_timer', 'repeat', 'timeit']

import time as _time

default_timer = _time.perf_counter
default_number = 1000000
default_repeat = 5

_template = '''
def inner(_it, _timer{given}):
    {setup}
    _t0 = _timer()
    for _i in _it:
        {stmt}
        pass
    return _timer() - _t0
'''

def _part(what, name, before, given):
    # A text as it stands in the template, or the call of what is given there.
    if isinstance(what, str):
        compile(before + what, '<timeit-src>', 'exec')
        return what
    if not callable(what):
        raise ValueError(f'{name} is neither a string nor callable')
    given['_' + name] = what
    return f'_{name}()'

class Timer:
    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        given = {}
        before = setup + '\n' if isinstance(setup, str) else ''
        setup, stmt = _part(setup, 'setup', '', given), _part(stmt, 'stmt', before, given)
        parts = ''.join([f', {name}={name}' for name in given])
        self.src = _template.format(given=parts, setup=setup.replace('\n', '\n' + ' ' * 4),
                                    stmt=stmt.replace('\n', '\n' + ' ' * 8))
        self.timer = timer
        exec(compile(self.src, '<timeit-src>', 'exec'), {} if globals is None else globals, given)
        self.inner = given['inner']

    def timeit(self, number=default_number):
        return self.inner(range(number), self.timer)

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        scale = 1
        while True:
            for factor in (1, 2, 5):
                number = scale * factor
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10

def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)

def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
