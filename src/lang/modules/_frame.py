# Frames as far as they can be had: where they were when somebody asked.

from _introspection import frames as _frames, frames_of as _frames_of

class _Code:
    def __init__(self, name, filename):
        self.co_name = name
        self.co_filename = filename

    def __repr__(self):
        return f'<code object {self.co_name}, file "{self.co_filename}">'

class frame:
    def __init__(self, places, at):
        self._places = places
        self._at = at
        filename, self.f_lineno, name, *_ = places[at]
        self.f_code = _Code(name, filename)

    @property
    def f_back(self):
        return frame(self._places, self._at + 1) if self._at + 1 < len(self._places) else None

    def __getattr__(self, name):
        if name in ('f_locals', 'f_globals', 'f_builtins', 'f_lasti', 'f_trace'):
            raise AttributeError(f'gilsim knows where frames are, not their {name}')
        raise AttributeError(f"'frame' object has no attribute {name!r}")

    def __repr__(self):
        code = self.f_code
        return f'<frame at {hex(id(self))}, file {code.co_filename!r}, line {self.f_lineno}, code {code.co_name}>'

def frame_at(depth):
    # None but the program's own.
    places = _frames(10000)
    depth = max(depth, 0)
    if depth >= len(places):
        raise ValueError('call stack is not deep enough')
    return frame(places, depth)

# The innermost frame of each thread.
def current():
    from threading import _active, get_ident
    found = {}
    for ident in reversed(list(_active)):
        places = _frames(10000) if ident == get_ident() else _frames_of(ident)
        if places:
            found[ident] = frame(places, 0)
    return found
