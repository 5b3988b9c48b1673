# How two values of one kind differ, in a message of `assertEqual`.

from difflib import ndiff as _ndiff

# Texts longer than this lose what is in the middle: of what they have in common, and then of the rest.
_MOST = 80
_MARK = len('[xxxx chars]')
_KEPT = 5
_DIFFERENT = _MOST - 2 * _MARK - 3 * _KEPT

def _shortened(text, before, behind):
    left_out = len(text) - before - behind
    if left_out <= _MARK:
        return text
    return f'{text[:before]}[{left_out} chars]{text[len(text) - behind:]}'

def both_shown(first, second):
    shown = repr(first), repr(second)
    longest = max(len(shown[0]), len(shown[1]))
    if longest <= _MOST:
        return shown
    same = 0
    for one, other in zip(*shown):
        if one != other:
            break
        same += 1
    common = shown[0][:same]
    room = _MOST - (longest - same + _KEPT + _MARK)
    if room > _KEPT:
        common = _shortened(common, _KEPT, room)
        return tuple([common + text[same:] for text in shown])
    common = _shortened(common, _KEPT, _KEPT)
    return tuple([common + _shortened(text[same:], _DIFFERENT, _KEPT) for text in shown])

def more_about(first, second, standard, most):
    kind = type(first)
    if kind is str:
        lines = [text.splitlines(keepends=True) for text in (first, second)]
        if len(lines[0]) == 1 and first.strip('\r\n') == first:
            lines = [[first + '\n'], [second + '\n']]
        return _limited(standard, '\n' + ''.join(_ndiff(*lines)), most)
    if kind in (list, tuple):
        name = 'Lists' if kind is list else 'Tuples'
        one, other = both_shown(first, second)
        text = f'{name} differ: {one} != {other}\n{_first_difference(first, second, name[:-1].lower())}'
        return _limited(text, '\n' + '\n'.join(_ndiff(*_printed(first, second))), most)
    if kind is dict:
        return _limited(standard, '\n' + '\n'.join(_ndiff(*_printed(first, second))), most)
    if kind in (set, frozenset):
        lines = []
        for name, items in (('first', first - second), ('second', second - first)):
            if items:
                lines += [f'Items in the {name} set but not the {"second" if name == "first" else "first"}:']
                lines += [repr(item) for item in items]
        return '\n'.join(lines)
    return standard

def _printed(first, second):
    from pprint import pformat
    return pformat(first).splitlines(), pformat(second).splitlines()

def _first_difference(first, second, name):
    for at in range(min(len(first), len(second))):
        if first[at] != second[at]:
            text = f'\nFirst differing element {at}:\n{first[at]!r}\n{second[at]!r}\n'
            break
    else:
        text = ''
    if len(first) == len(second):
        return text
    longer, rest, at = ('First', first, len(second)) if len(first) > len(second) else ('Second', second, len(first))
    return text + f'\n{longer} {name} contains {len(rest) - at} additional elements.\nFirst extra element {at}:\n{rest[at]!r}\n'

def _limited(text, more, most):
    if most is not None and len(more) > most:
        return f'{text}\nDiff is {len(more)} characters long. Set self.maxDiff to None to see it.'
    return text + more
