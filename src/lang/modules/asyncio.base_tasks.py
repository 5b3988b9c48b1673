# Where the coroutines of tasks are, as far as a program is told.

from _frame import frame as _frame
from _introspection import frames as _frames
from asyncio.events import _named


def _kind(coro):
    return 'cr_' if hasattr(coro, 'cr_frame') else 'gi_'


# The program's frames, the innermost first, and which of them runs the coroutine; None where another thread does.
def _running_at(coro, code):
    places = _frames(10000)
    for at in range(len(places) - 1, -1, -1):
        filename, line, name = places[at][:3]
        if name == code.co_name and filename == code.co_filename and line >= code.co_firstlineno:
            return places, at
    return places, None


def told_of_coroutine(coro):
    kind = _kind(coro)
    code = getattr(coro, kind + 'code', None)
    if code is None:
        # An object of the program's own.
        unnamed = '<%s without __name__>' % type(coro).__name__
        named = getattr(coro, '__qualname__', None) or getattr(coro, '__name__', None) or unnamed
        is_running = getattr(coro, 'cr_running', False) or getattr(coro, 'gi_running', False)
        return named + '() running' if is_running else named + '()'
    frame = getattr(coro, kind + 'frame')
    if frame is None:
        return '%s() done, defined at %s:%s' % (_named(coro), code.co_filename, code.co_firstlineno)
    line = frame.f_lineno
    if getattr(coro, kind + 'running'):
        places, at = _running_at(coro, code)
        if at is not None:
            line = places[at][1]
    return '%s() running at %s:%s' % (_named(coro), code.co_filename, line)


def stack_of(task, limit):
    coro = task.get_coro()
    kind = _kind(coro)
    frame = getattr(coro, kind + 'frame', None)
    if frame is not None:
        frames = [frame]
        if getattr(coro, kind + 'running'):
            places, at = _running_at(coro, getattr(coro, kind + 'code'))
            if at is not None:
                frames = [_frame(places, each) for each in range(at, len(places))]
        frames = frames[:limit]
        frames.reverse()
        return frames
    frames = []
    if task._exception is not None:
        place = task._exception.__traceback__
        while place is not None:
            frames.append(place.tb_frame)
            place = place.tb_next
    return frames[:limit]


def _text_of_line(filename, number):
    try:
        with open(filename) as file:
            lines = file.readlines()
    except (OSError, UnicodeDecodeError):
        return ''
    return lines[number - 1].strip() if 0 < number <= len(lines) else ''


def print_stack_of(task, limit, file):
    from traceback import format_exception_only, print_list
    places = []
    for frame in task.get_stack(limit=limit):
        code = frame.f_code
        text = _text_of_line(code.co_filename, frame.f_lineno)
        places.append((code.co_filename, frame.f_lineno, code.co_name, text))
    failed = task._exception
    if not places:
        print(f'No stack for {task!r}', file=file)
    else:
        print(f'{"Stack" if failed is None else "Traceback"} for {task!r} (most recent call last):', file=file)
    print_list(places, file=file)
    if failed is not None:
        for line in format_exception_only(failed.__class__, failed):
            print(line, file=file, end='')
