# Lines against lines, with marks below those that are alike: `Differ`, `ndiff` and `restore`.

from difflib import SequenceMatcher as _SequenceMatcher

# Lines that are less alike are told as removed and added.
_LEAST = 0.75

def IS_LINE_JUNK(line, pat=None):
    if pat is not None:
        return pat(line) is not None
    return line.strip() in ('', '#')

def IS_CHARACTER_JUNK(ch, ws=' \t'):
    return ch in ws

class Differ:
    __module__ = 'difflib'

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        for tag, i1, i2, j1, j2 in _SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == 'equal':
                yield from _marked(' ', a[i1:i2])
            else:
                yield from self._between(a[i1:i2], b[j1:j2])

    def _between(self, a, b):
        if a and b:
            yield from self._alike(a, b)
        else:
            yield from _marked('-', a)
            yield from _marked('+', b)

    # Goes by the two lines that are most alike, and on with what is before and behind them.
    def _alike(self, a, b):
        best, at, same = _LEAST - 0.01, None, None
        matcher = _SequenceMatcher(self.charjunk)
        for j, second in enumerate(b):
            matcher.set_seq2(second)
            for i, first in enumerate(a):
                if first == second:
                    same = same or (i, j)
                    continue
                matcher.set_seq1(first)
                if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
                    best, at = matcher.ratio(), (i, j)
        if best < _LEAST:
            if same is None:
                yield from _replaced(a, b)
                return
            at = same
        else:
            same = None
        i, j = at
        yield from self._between(a[:i], b[:j])
        if same is not None:
            yield '  ' + a[i]
        else:
            yield from self._marks(a[i], b[j])
        yield from self._between(a[i + 1:], b[j + 1:])

    def _marks(self, first, second):
        below_first = below_second = ''
        signs = {'replace': '^^', 'delete': '--', 'insert': '++', 'equal': '  '}
        for tag, i1, i2, j1, j2 in _SequenceMatcher(self.charjunk, first, second).get_opcodes():
            sign = signs[tag][0]
            below_first += sign * (i2 - i1)
            below_second += sign * (j2 - j1)
        for mark, line, below in (('-', first, below_first), ('+', second, below_second)):
            yield f'{mark} {line}'
            # Tabs stay where they were, so that the marks stand below what they mean.
            below = ''.join([char if sign == ' ' and char.isspace() else sign for char, sign in zip(line, below)]).rstrip()
            if below:
                yield f'? {below}\n'

def _marked(mark, lines):
    for line in lines:
        yield f'{mark} {line}'

def _replaced(a, b):
    shorter = _marked('+', b), _marked('-', a)
    for lines in shorter if len(b) < len(a) else reversed(shorter):
        yield from lines

def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    return Differ(linejunk, charjunk).compare(a, b)

def restore(delta, which):
    if which not in (1, 2):
        raise ValueError(f'unknown delta choice (must be 1 or 2): {which!r}')
    for line in delta:
        if line[:2] in ('  ', '- ' if which == 1 else '+ '):
            yield line[2:]
