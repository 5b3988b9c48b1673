# Compiled patterns, and what they find.

from _re_template import template as _template
from _sre import advance as _advance, scan as _scan

_FOREVER = 1 << 62

def _next(search):
    # None means that the search takes longer.
    found = _advance(search)
    while found is None:
        found = _advance(search)
    return found

class Match:
    __module__ = 're'

    def __init__(self, pattern, string, places, pos, endpos):
        self.re = pattern
        self.string = string
        self._places = places
        self.pos = pos
        self.endpos = endpos

    @property
    def lastindex(self):
        return self._places[-1] or None

    @property
    def lastgroup(self):
        last = self._places[-1]
        for name, group in self.re.groupindex.items():
            if group == last:
                return name
        return None

    @property
    def regs(self):
        return tuple([self.span(group) for group in range(self.re.groups + 1)])

    def _number(self, group):
        if not isinstance(group, int):
            group = self.re.groupindex.get(group, -1)
        if not 0 <= group <= self.re.groups:
            raise IndexError('no such group')
        return group

    def _text(self, group, default=None):
        start = self._places[group * 2]
        return default if start < 0 else self.string[start:self._places[group * 2 + 1]]

    def group(self, *groups):
        if not groups:
            return self._text(0)
        if len(groups) == 1:
            return self._text(self._number(groups[0]))
        return tuple([self._text(self._number(group)) for group in groups])

    def __getitem__(self, group):
        return self._text(self._number(group))

    def groups(self, default=None):
        return tuple([self._text(group, default) for group in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        return {name: self._text(group, default) for name, group in self.re.groupindex.items()}

    def start(self, group=0, /):
        return self._places[self._number(group) * 2]

    def end(self, group=0, /):
        return self._places[self._number(group) * 2 + 1]

    def span(self, group=0, /):
        at = self._number(group) * 2
        return self._places[at], self._places[at + 1]

    def expand(self, template):
        return _filled(_template(self.re, template), self)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        return f'<re.Match object; span={self.span()!r}, match={self.group()!r:.50}>'

    __class_getitem__ = classmethod(generic_alias)

def _filled(parts, match):
    empty = match.string[:0]
    return empty.join([match._text(part, empty) if isinstance(part, int) else part for part in parts])

_FLAG_NAMES = ((2, 'IGNORECASE'), (4, 'LOCALE'), (8, 'MULTILINE'), (16, 'DOTALL'), (64, 'VERBOSE'), (256, 'ASCII'))

class Pattern:
    __module__ = 're'

    def __init__(self, program, pattern, flags, groups, index):
        self._program = program
        self.pattern = pattern
        self.flags = flags
        self.groups = groups
        self.groupindex = index

    def _scan(self, string, pos, endpos, how):
        return _scan(self._program, string, pos, endpos, how)

    def _one(self, string, pos, endpos, how):
        places = _next(_scan(self._program, string, pos, endpos, how))
        if places is False:
            return None
        length = len(string)
        return Match(self, string, places, min(max(pos, 0), length), min(max(endpos, 0), length))

    def match(self, string, pos=0, endpos=_FOREVER):
        return self._one(string, pos, endpos, 1)

    def fullmatch(self, string, pos=0, endpos=_FOREVER):
        return self._one(string, pos, endpos, 2)

    def search(self, string, pos=0, endpos=_FOREVER):
        return self._one(string, pos, endpos, 0)

    def finditer(self, string, pos=0, endpos=_FOREVER):
        return self._each(self._scan(string, pos, endpos, 0), string, pos, endpos)

    def _each(self, search, string, pos, endpos):
        length = len(string)
        pos, endpos = min(max(pos, 0), length), min(max(endpos, 0), length)
        places = _next(search)
        while places is not False:
            yield Match(self, string, places, pos, endpos)
            places = _next(search)

    def findall(self, string, pos=0, endpos=_FOREVER):
        found = []
        search = self._scan(string, pos, endpos, 0)
        places = _next(search)
        groups = self.groups
        empty = string[:0]
        while places is not False:
            if groups <= 1:
                at = groups * 2
                found.append(string[places[at]:places[at + 1]] if places[at] >= 0 else empty)
            else:
                found.append(tuple([
                    string[places[at]:places[at + 1]] if places[at] >= 0 else empty
                    for at in range(2, groups * 2 + 2, 2)
                ]))
            places = _next(search)
        return found

    def split(self, string, maxsplit=0):
        parts = []
        after = 0
        search = self._scan(string, 0, _FOREVER, 0)
        places = _next(search) if maxsplit >= 0 else False
        count = 0
        while places is not False:
            parts.append(string[after:places[0]])
            for at in range(2, self.groups * 2 + 2, 2):
                parts.append(string[places[at]:places[at + 1]] if places[at] >= 0 else None)
            after = places[1]
            count += 1
            places = False if count == maxsplit else _next(search)
        parts.append(string[after:])
        return parts

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def subn(self, repl, string, count=0):
        parts = []
        after = 0
        done = 0
        calls = callable(repl)
        template = None if calls else _template(self, repl)
        length = len(string)
        search = self._scan(string, 0, _FOREVER, 0)
        places = _next(search) if count >= 0 else False
        while places is not False:
            match = Match(self, string, places, 0, length)
            parts.append(string[after:places[0]])
            parts.append(repl(match) if calls else _filled(template, match))
            after = places[1]
            done += 1
            places = False if done == count else _next(search)
        parts.append(string[after:])
        return string[:0].join(parts), done

    def scanner(self, string, pos=0, endpos=_FOREVER):
        return _Scanner(self, string, pos, endpos)

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        same_kind = type(self.pattern) is type(other.pattern)
        return same_kind and self.flags == other.flags and self.pattern == other.pattern

    def __hash__(self):
        return hash((self.flags, self.pattern))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        from re import compile
        return compile, (self.pattern, self.flags)

    def __repr__(self):
        shown = [f'{self.pattern!r:.200}']
        names = ['re.' + name for bit, name in _FLAG_NAMES if self.flags & bit]
        if names:
            shown.append('|'.join(names))
        return f're.compile({", ".join(shown)})'

    __class_getitem__ = classmethod(generic_alias)

class _Scanner:
    def __init__(self, pattern, string, pos, endpos):
        self.pattern = pattern
        self._matches = pattern._each(pattern._scan(string, pos, endpos, 0), string, pos, endpos)

    def search(self):
        return next(self._matches, None)
