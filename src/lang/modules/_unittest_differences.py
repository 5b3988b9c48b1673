# How two values of one kind differ, in a message of `assertEqual`.

def more_about(first, second, standard, most):
    kind = type(first)
    if kind is str:
        return _limited(standard, '\n' + _lines_of(first.splitlines(), second.splitlines()), most)
    if kind in (list, tuple):
        name = 'Lists' if kind is list else 'Tuples'
        text = f'{name} differ: {first!r} != {second!r}\n{_first_difference(first, second, name[:-1].lower())}'
        return _limited(text, '\n' + _lines_of(*_printed(first, second)), most)
    if kind is dict:
        return _limited(standard, '\n' + _lines_of(*_printed(first, second)), most)
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

# Lines that are in one of them only, and those in both.
def _lines_of(first, second):
    from difflib import SequenceMatcher
    lines = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, first, second).get_opcodes():
        if tag == 'equal':
            lines += ['  ' + line for line in first[i1:i2]]
        else:
            lines += ['- ' + line for line in first[i1:i2]] + ['+ ' + line for line in second[j1:j2]]
    return '\n'.join(lines) + '\n'

def _limited(text, more, most):
    if most is not None and len(more) > most:
        return f'{text}\nDiff is {len(more)} characters long. Set self.maxDiff to None to see it.'
    return text + more
