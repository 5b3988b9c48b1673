# The body of the first thread of a process that is no copy of its parent.

from _process import exit, start_message
import multiprocessing.spawn as _spawn
import threading

_status = 1
try:
    _status = _spawn.spawn_main(start_message())
except SystemExit as _error:
    _status = _spawn.process._status_of(_error.code)
except BaseException as _error:
    threading._report(_error)
finally:
    # An interpreter among others in its process ends alone.
    if _status is not None:
        # A server's child leaves as a forked one does; any other ends as a program.
        from multiprocessing.context import get_start_method as _start_method
        if _start_method() == 'spawn':
            threading._call_at_exit()
        exit(_status)
