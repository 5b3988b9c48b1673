__all__ = ['Timer', 'default_timer', 'repeat', 'timeit']

import time as _time

default_timer = _time.perf_counter
default_number = 1000000
default_repeat = 5

def _callable(what):
    if what is None or what == 'pass':
        return lambda: None
    if callable(what):
        return what
    if isinstance(what, str):
        raise ValueError('gilsim measures functions with timeit, not texts')
    raise ValueError('stmt is neither a string nor callable')

class Timer:
    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        self._stmt = _callable(stmt)
        self._setup = _callable(setup)
        self.timer = timer

    def timeit(self, number=default_number):
        self._setup()
        stmt = self._stmt
        start = self.timer()
        for _ in range(number):
            stmt()
        return self.timer() - start

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
    return Timer(stmt, setup, timer).timeit(number)

def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer).repeat(repeat, number)
