__all__ = [
    'A', 'ASCII', 'DEBUG', 'DOTALL', 'I', 'IGNORECASE', 'L', 'LOCALE', 'M', 'MULTILINE', 'Match', 'NOFLAG', 'Pattern',
    'RegexFlag', 'S', 'U', 'UNICODE', 'VERBOSE', 'X', 'compile', 'error', 'escape', 'findall', 'finditer', 'fullmatch',
    'match', 'purge', 'search', 'split', 'sub', 'subn', 'template',
]

from _re_match import Match, Pattern
from _sre import compile as _compile

class RegexFlag(int):
    __module__ = 're'
    _names = ((2, 'IGNORECASE'), (4, 'LOCALE'), (8, 'MULTILINE'), (16, 'DOTALL'), (32, 'UNICODE'), (64, 'VERBOSE'),
              (256, 'ASCII'), (128, 'DEBUG'))

    def __or__(self, other):
        return RegexFlag(int(self) | int(other)) if isinstance(other, int) else NotImplemented

    def __and__(self, other):
        return RegexFlag(int(self) & int(other)) if isinstance(other, int) else NotImplemented

    def __xor__(self, other):
        return RegexFlag(int(self) ^ int(other)) if isinstance(other, int) else NotImplemented

    __ror__ = __or__
    __rand__ = __and__

    def __invert__(self):
        return RegexFlag(511 & ~int(self))

    @property
    def value(self):
        return int(self)

    @property
    def name(self):
        names = [name for bit, name in self._names if int(self) & bit]
        return '|'.join(names) if names else None

    def __repr__(self):
        names = ['re.' + name for bit, name in self._names if int(self) & bit]
        rest = int(self)
        for bit, name in self._names:
            rest &= ~bit
        if rest:
            names.append(hex(rest))
        return '|'.join(names) if names else 're.NOFLAG'

    __str__ = __repr__

NOFLAG = RegexFlag(0)
IGNORECASE = I = RegexFlag(2)
LOCALE = L = RegexFlag(4)
MULTILINE = M = RegexFlag(8)
DOTALL = S = RegexFlag(16)
UNICODE = U = RegexFlag(32)
VERBOSE = X = RegexFlag(64)
DEBUG = RegexFlag(128)
ASCII = A = RegexFlag(256)
TEMPLATE = T = RegexFlag(1)

class error(Exception):
    __module__ = 're'

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            newline = '\n' if isinstance(pattern, str) else b'\n'
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            more = f' (line {self.lineno}, column {self.colno})' if newline in pattern else ''
            msg = f'{msg} at position {pos}{more}'
        Exception.__init__(self, msg)

_known = {}
_MOST_KNOWN = 512

def compile(pattern, flags=0):
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError('cannot process flags argument with a compiled pattern')
        return pattern
    key = (type(pattern), pattern, int(flags))
    found = _known.get(key)
    if found is None:
        found = _compiled(pattern, int(flags))
        if len(_known) >= _MOST_KNOWN:
            del _known[next(iter(_known))]
        _known[key] = found
    return found

def _compiled(pattern, flags):
    if not isinstance(pattern, (str, bytes)):
        raise TypeError('first argument must be string or compiled pattern')
    if flags & 128:
        raise ValueError('gilsim has no re.DEBUG')
    if isinstance(pattern, str):
        if flags & 4:
            raise ValueError('cannot use LOCALE flag with a str pattern')
        if flags & 256 and flags & 32:
            raise ValueError('ASCII and UNICODE flags are incompatible')
    elif flags & 32:
        raise ValueError('cannot use UNICODE flag with a bytes pattern')
    elif flags & 4:
        raise ValueError('gilsim has no patterns that depend on a locale')
    made = _compile(pattern, flags)
    if len(made) == 2:
        message, at = made
        if message == 'the repetition number is too large':
            raise OverflowError(message)
        raise error(message, pattern if at is not None else None, at)
    program, groups, names, flags = made
    index = {names[at]: names[at + 1] for at in range(0, len(names), 2)}
    return Pattern(program, pattern, flags, groups, index)

def purge():
    _known.clear()

def template(pattern, flags=0):
    return compile(pattern, flags)

def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)

def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)

def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)

def sub(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).sub(repl, string, count)

def subn(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).subn(repl, string, count)

def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern, flags).split(string, maxsplit)

def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)

def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)

_SPECIAL = {letter: '\\' + letter for letter in '()[]{}?*+-|^$\\.&~# \t\n\r\v\f'}

def escape(pattern):
    if isinstance(pattern, str):
        return ''.join([_SPECIAL.get(letter, letter) for letter in pattern])
    return escape(bytes(pattern).decode('latin-1')).encode('latin-1')
