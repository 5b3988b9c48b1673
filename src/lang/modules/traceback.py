__all__ = [
    'FrameSummary', 'StackSummary', 'TracebackException', 'extract_stack', 'extract_tb', 'format_exc', 'format_exception',
    'format_exception_only', 'format_list', 'format_stack', 'format_tb', 'print_exc', 'print_exception', 'print_last',
    'print_list', 'print_stack', 'print_tb',
]

import sys as _sys
from _introspection import frames as _frames, handled as _handled, way as _way

_CAUSE = '\nThe above exception was the direct cause of the following exception:\n\n'
_CONTEXT = '\nDuring handling of the above exception, another exception occurred:\n\n'
_SHOWN_REPEATS = 3
_MISSING = object()

class FrameSummary:
    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.line = line
        self._shown = None

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __getitem__(self, at):
        return (self.filename, self.lineno, self.name, self.line)[at]

    def __len__(self):
        return 4

    def __eq__(self, other):
        return tuple(self) == tuple(other)

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'

class StackSummary(list):
    @classmethod
    def from_list(klass, a_list):
        made = klass()
        for item in a_list:
            if not isinstance(item, FrameSummary):
                filename, lineno, name, line = item
                item = FrameSummary(filename, lineno, name, line=line)
            made.append(item)
        return made

    def format_frame_summary(self, frame_summary):
        if frame_summary._shown is not None:
            return frame_summary._shown
        text = f'  File "{frame_summary.filename}", line {frame_summary.lineno}, in {frame_summary.name}\n'
        if frame_summary.line:
            text += f'    {frame_summary.line.strip()}\n'
        return text

    def format(self):
        lines = []
        last = None
        repeats = 0
        for frame in self:
            key = (frame.filename, frame.lineno, frame.name)
            if key != last:
                _fold(lines, repeats)
                last = key
                repeats = 0
            repeats += 1
            if repeats <= _SHOWN_REPEATS:
                lines.append(self.format_frame_summary(frame))
        _fold(lines, repeats)
        return lines

def _fold(lines, repeats):
    more = repeats - _SHOWN_REPEATS
    if more > 0:
        plural = '' if more == 1 else 's'
        lines.append(f'  [Previous line repeated {more} more time{plural}]\n')

def _summary(entries, limit):
    made = StackSummary()
    for filename, lineno, name, line, shown in _limited(entries, limit):
        frame = FrameSummary(filename, lineno, name, line=line)
        frame._shown = shown
        made.append(frame)
    return made

def _limited(entries, limit):
    if limit is None:
        return entries
    return entries[:limit] if limit >= 0 else entries[limit:]

def _way_of(value, limit):
    return _summary(_way(value), limit)

def _stack(limit, f=None):
    if f is None:
        entries = _frames(1_000_000 if limit is None else limit)
    else:
        entries = f._places[f._at:][:limit] if hasattr(f, '_places') else [_place_of(f)]
    entries.reverse()
    # Carets are for exceptions only.
    entries = [entry[:4] + (None,) for entry in entries]
    return _summary(entries, None)

# Of the frame of a generator, or of one on the way of an exception.
def _place_of(frame):
    code, line = frame.f_code, frame.f_lineno
    lines = code._text.splitlines()
    return code.co_filename, line, code.co_name, lines[line - 1].strip() if line <= len(lines) else '', None

def _name_of(kind):
    module = getattr(kind, '__module__', 'builtins')
    name = getattr(kind, '__qualname__', kind.__name__)
    return name if module in ('builtins', '__main__') else module + '.' + name

def _text_of(value):
    try:
        return str(value)
    except Exception:
        return '<exception str() failed>'

def _notes_of(value):
    notes = getattr(value, '__notes__', None)
    if notes is None:
        return []
    return [line + '\n' for note in notes for line in str(note).split('\n')]

# Where the text of a group is: how many groups are around, and whether the line below the last is still to come.
class _Page:
    def __init__(self):
        self.depth = 0
        self.needs_end = False

    def margin(self):
        return '  ' * self.depth

    def put(self, text, bar='|'):
        if not self.depth:
            return text
        return ''.join([f'{self.margin()}{bar} {line}' for line in text.splitlines(True)])

class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback=None, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, _seen=None):
        self.exc_type = exc_type
        self.stack = StackSummary() if exc_value is None else _way_of(exc_value, limit)
        self._text = '' if exc_value is None else _text_of(exc_value)
        self.__notes__ = getattr(exc_value, '__notes__', None)
        self._notes = [] if exc_value is None else _notes_of(exc_value)
        self.__suppress_context__ = getattr(exc_value, '__suppress_context__', False)
        # Nothing stands twice in one text.
        seen = [] if _seen is None else _seen
        seen.append(exc_value)
        self.__cause__ = self._linked(getattr(exc_value, '__cause__', None), limit, seen)
        context = getattr(exc_value, '__context__', None)
        hides = self.__cause__ is not None or self.__suppress_context__
        self.__context__ = None if hides else self._linked(context, limit, seen)
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.exceptions = None
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [
                TracebackException(type(member), member, limit=limit, max_group_width=max_group_width,
                                   max_group_depth=max_group_depth, _seen=seen)
                for member in exc_value.exceptions]

    def _linked(self, value, limit, seen):
        if value is None or any(value is other for other in seen):
            return None
        return TracebackException(type(value), value, limit=limit, _seen=seen)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, None, *args, **kwargs)

    def __str__(self):
        return self._text

    def format_exception_only(self):
        if self.exc_type is None:
            yield 'NoneType: None\n'
            return
        name = _name_of(self.exc_type)
        yield f'{name}: {self._text}\n' if self._text else f'{name}\n'
        for line in self._notes:
            yield line

    def format(self, *, chain=True, _page=None):
        page = _Page() if _page is None else _page
        before = self.__context__ if self.__cause__ is None else self.__cause__
        if chain and before is not None:
            yield from before.format(chain=chain, _page=page)
            yield page.put(_CONTEXT if self.__cause__ is None else _CAUSE)
        if self.exceptions is None:
            yield from self._own_lines(page, 'Traceback (most recent call last):\n', '|')
        elif page.depth > self.max_group_depth:
            yield page.put(f'... (max_group_depth is {self.max_group_depth})\n')
        else:
            is_outermost = page.depth == 0
            page.depth += is_outermost
            title = 'Exception Group Traceback (most recent call last):\n'
            yield from self._own_lines(page, title, '+' if is_outermost else '|')
            yield from self._members(page, chain)
            page.depth -= is_outermost

    def _own_lines(self, page, title, bar):
        if self.stack:
            yield page.put(title, bar)
            for entry in self.stack.format():
                yield page.put(entry)
        for line in self.format_exception_only():
            yield page.put(line)

    # Each exception of a group below a line with its number; the last group that ends draws the line below them all.
    def _members(self, page, chain):
        page.needs_end = False
        width = self.max_group_width
        shown = self.exceptions[:width]
        more = len(self.exceptions) - len(shown)
        for number, member in enumerate(shown + [None] * (more > 0), 1):
            is_last = number == len(shown) + (more > 0)
            page.needs_end = page.needs_end or is_last
            start = '+-' if number == 1 else '  '
            yield f'{page.margin()}{start}+---------------- {"..." if member is None else number} ----------------\n'
            page.depth += 1
            if member is None:
                yield page.put(f'and {more} more exception{"s" if more > 1 else ""}\n')
            else:
                yield from member.format(chain=chain, _page=page)
            if is_last and page.needs_end:
                yield page.margin() + '+------------------------------------\n'
                page.needs_end = False
            page.depth -= 1

    def print(self, *, file=None, chain=True):
        _write(self.format(chain=chain), file)

def _write(lines, file):
    file = _sys.stderr if file is None else file
    file.write(''.join(lines))

def _value(exc, value):
    if value is not _MISSING:
        return value
    if exc is None or isinstance(exc, BaseException):
        return exc
    raise TypeError(f'Exception expected for value, {type(exc).__name__} found')

def _described(value, limit):
    return TracebackException(None if value is None else type(value), value, limit=limit)

def format_exception(exc, /, value=_MISSING, tb=_MISSING, limit=None, chain=True):
    return list(_described(_value(exc, value), limit).format(chain=chain))

def print_exception(exc, /, value=_MISSING, tb=_MISSING, limit=None, file=None, chain=True):
    _write(format_exception(exc, value, tb, limit, chain), file)

def format_exception_only(exc, /, value=_MISSING):
    return list(_described(_value(exc, value), None).format_exception_only())

def format_exc(limit=None, chain=True):
    return ''.join(format_exception(_handled(), limit=limit, chain=chain))

def print_exc(limit=None, file=None, chain=True):
    _write(format_exception(_handled(), limit=limit, chain=chain), file)

def print_last(limit=None, file=None, chain=True):
    raise ValueError('no last exception')

def extract_stack(f=None, limit=None):
    return _stack(limit, f)

def format_stack(f=None, limit=None):
    return _stack(limit, f).format()

def print_stack(f=None, limit=None, file=None):
    _write(format_stack(f, limit), file)

def _exception_of(tb):
    if tb is None:
        return None
    return tb._exception

def extract_tb(tb, limit=None):
    value = _exception_of(tb)
    if value is None:
        return StackSummary()
    return _summary(_way(value)[-tb._length:], limit)

def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()

def print_tb(tb, limit=None, file=None):
    _write(format_tb(tb, limit), file)

def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()

def print_list(extracted_list, file=None):
    _write(format_list(extracted_list), file)

def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next

def walk_stack(f):
    if f is None:
        import sys
        f = sys._getframe(1)
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back

def clear_frames(tb):
    for frame, _ in walk_tb(tb):
        try:
            frame.clear()
        except RuntimeError:
            pass
