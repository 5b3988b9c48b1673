# Who runs the program. Passwords come from a terminal, which there is none of: they are lines of standard input.

import os as _os
import sys as _sys
import warnings as _warnings

__all__ = ['getpass', 'getuser', 'GetPassWarning']

class GetPassWarning(UserWarning):
    pass

def getuser():
    for name in ('LOGNAME', 'USER', 'LNAME', 'USERNAME'):
        user = _os.environ.get(name)
        if user:
            return user
    return 'root'

def getpass(prompt='Password: ', stream=None):
    _warnings.warn('Can not control echo on the terminal.', GetPassWarning, stacklevel=2)
    stream = _sys.stderr if stream is None else stream
    stream.write(str(prompt))
    stream.flush()
    line = _sys.stdin.readline()
    if not line:
        raise EOFError
    return line.rstrip('\n')
