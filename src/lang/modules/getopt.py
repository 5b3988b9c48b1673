__all__ = ['GetoptError', 'error', 'getopt', 'gnu_getopt']

import os

class GetoptError(Exception):
    opt = ''
    msg = ''

    def __init__(self, msg, opt=''):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg

error = GetoptError

def getopt(args, shortopts, longopts=[]):
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    found = []
    while args and args[0].startswith('-') and args[0] != '-':
        if args[0] == '--':
            args = args[1:]
            break
        args = _take(found, args, shortopts, longopts)
    return found, args

def gnu_getopt(args, shortopts, longopts=[]):
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    all_first = shortopts.startswith('+') or bool(os.environ.get('POSIXLY_CORRECT'))
    shortopts = shortopts.removeprefix('+')
    found, rest = [], []
    while args:
        if args[0] == '--':
            rest += args[1:]
            break
        if args[0][:1] == '-' and args[0] != '-':
            args = _take(found, args, shortopts, longopts)
        elif all_first:
            rest += args
            break
        else:
            rest.append(args[0])
            args = args[1:]
    return found, rest

# The options of the first argument; the reply is what is left.
def _take(found, args, shortopts, longopts):
    first, args = args[0], args[1:]
    return _take_long(found, first[2:], longopts, args) if first[:2] == '--' else _take_short(found, first[1:], shortopts, args)

def _take_long(found, option, longopts, args):
    option, equals, value = option.partition('=')
    wants, option = _long(option, longopts)
    if wants:
        if not equals:
            if not args:
                raise GetoptError('option --%s requires argument' % option, option)
            value, args = args[0], args[1:]
    elif equals:
        raise GetoptError('option --%s must not have an argument' % option, option)
    found.append(('--' + option, value))
    return args

# Whether the option wants an argument, and its whole name.
def _long(option, longopts):
    fitting = [name for name in longopts if name.startswith(option)]
    if not fitting:
        raise GetoptError('option --%s not recognized' % option, option)
    if option in fitting:
        return False, option
    if option + '=' in fitting:
        return True, option
    if len(fitting) > 1:
        raise GetoptError('option --%s not a unique prefix' % option, option)
    return fitting[0].endswith('='), fitting[0].removesuffix('=')

def _take_short(found, letters, shortopts, args):
    while letters:
        option, letters = letters[0], letters[1:]
        value = ''
        if _wants(option, shortopts):
            if not letters:
                if not args:
                    raise GetoptError('option -%s requires argument' % option, option)
                letters, args = args[0], args[1:]
            value, letters = letters, ''
        found.append(('-' + option, value))
    return args

def _wants(option, shortopts):
    for at, known in enumerate(shortopts):
        if option == known != ':':
            return shortopts.startswith(':', at + 1)
    raise GetoptError('option -%s not recognized' % option, option)
