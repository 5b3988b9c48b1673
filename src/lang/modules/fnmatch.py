__all__ = ['filter', 'fnmatch', 'fnmatchcase', 'translate']

import re as _re

_known = {}

def fnmatch(name, pat):
    return fnmatchcase(name, pat)

def fnmatchcase(name, pat):
    found = _known.get(pat)
    if found is None:
        found = _known[pat] = _re.compile(translate(pat)).match
    return found(name) is not None

def filter(names, pat):
    return [name for name in names if fnmatchcase(name, pat)]

def translate(pat):
    parts = []
    at = 0
    while at < len(pat):
        letter = pat[at]
        at += 1
        if letter == '*':
            if not parts or parts[-1] != '.*':
                parts.append('.*')
        elif letter == '?':
            parts.append('.')
        elif letter == '[':
            end = pat.find(']', at + 1 + (pat[at:at + 1] == '!'))
            if end < 0:
                parts.append('\\[')
                continue
            inside = pat[at:end].replace('\\', '\\\\')
            at = end + 1
            if inside[:1] == '!':
                inside = '^' + inside[1:]
            elif inside[:1] in ('^', '['):
                inside = '\\' + inside
            parts.append(f'[{inside}]')
        else:
            parts.append(_re.escape(letter))
    return '(?s:' + ''.join(parts) + ')\\Z'
