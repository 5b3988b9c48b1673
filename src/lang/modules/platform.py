# What a machine says of itself here is the same everywhere: programs that branch on it behave alike.

from collections import namedtuple as _namedtuple

_Names = _namedtuple('uname_result', 'system node release version machine')

def system():
    return 'Linux'

def node():
    return 'gilsim'

def release():
    return ''

def version():
    return ''

def machine():
    return 'x86_64'

def processor():
    return ''

def architecture(executable='', bits='', linkage=''):
    return '64bit', ''

def platform(aliased=False, terse=False):
    return 'Linux-x86_64'

def uname():
    return _Names(system(), node(), release(), version(), machine())

def python_version():
    return '3.11.7'

def python_version_tuple():
    return '3', '11', '7'

def python_implementation():
    return 'CPython'

def python_compiler():
    return ''

def python_build():
    return 'main', ''
