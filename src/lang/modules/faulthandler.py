# Nothing here crashes: what is left is to show where threads are.

__all__ = []

import sys as _sys
import threading as _threading

_enabled = False
_later = None

def enable(file=None, all_threads=True):
    global _enabled
    _enabled = True

def disable():
    global _enabled
    was, _enabled = _enabled, False
    return was

def is_enabled():
    return _enabled

def _lines(title, frame):
    lines = [f'{title} (most recent call first):']
    while frame is not None:
        lines.append(f'  File "{frame.f_code.co_filename}", line {frame.f_lineno} in {frame.f_code.co_name}')
        frame = frame.f_back
    return lines

def _text(all_threads, own):
    parts = []
    for ident, frame in _sys._current_frames().items():
        is_own = ident == own
        if is_own or all_threads:
            parts.append(_lines(f'{"Current thread" if is_own else "Thread"} {ident:#018x}', frame))
    if not all_threads:
        parts = [['Stack' + part[0][part[0].index(' (most'):]] + part[1:] for part in parts]
    return '\n\n'.join(['\n'.join(part) for part in parts]) + '\n'

def dump_traceback(file=None, all_threads=True):
    print(_text(all_threads, _threading.get_ident()), end='', file=_sys.stderr if file is None else file)

def dump_traceback_later(timeout, repeat=False, file=None, exit=False):
    global _later
    if timeout <= 0:
        raise ValueError('timeout must be greater than 0')
    cancel_dump_traceback_later()
    hours, seconds = divmod(int(timeout), 3600)
    title = f'Timeout ({hours}:{seconds // 60:02}:{seconds % 60:02}'
    part = int(timeout * 1_000_000) % 1_000_000
    title += f'.{part:06})!' if part else ')!'
    wanted = _threading.Event()

    def watch():
        # Nobody knows this thread.
        own = _threading.get_ident()
        known = _threading._active.pop(own)
        while not wanted.wait(timeout):
            print(title, file=file or _sys.stderr)
            parts = [_lines(f'Thread {ident:#018x}', frame) for ident, frame in _sys._current_frames().items()]
            print('\n\n'.join(['\n'.join(part) for part in parts]), file=file or _sys.stderr)
            if exit:
                from os import _exit
                _exit(1)
            if not repeat:
                break
        _threading._active[own] = known

    _later = wanted
    _threading.Thread(target=watch, daemon=True).start()

def cancel_dump_traceback_later():
    global _later
    if _later is not None:
        _later.set()
        _later = None

def register(signum, file=None, all_threads=True, chain=False):
    import signal
    known = signal.getsignal(signum)
    def dump(number, frame):
        dump_traceback(file, all_threads)
        if chain and callable(known):
            known(number, frame)
    signal.signal(signum, dump)

def unregister(signum):
    import signal
    was = getattr(signal.getsignal(signum), '__qualname__', '') == 'register.<locals>.dump'
    if was:
        signal.signal(signum, signal.SIG_DFL)
    return was
