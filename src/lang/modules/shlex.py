__all__ = ['join', 'quote', 'shlex', 'split']

_SAFE = frozenset('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./-')

def quote(s):
    if not s:
        return "''"
    if _SAFE.issuperset(s):
        return s
    # A single quote stands in double ones, between what is in single ones.
    return "'" + s.replace("'", "'\"'\"'") + "'"

def join(split_command):
    return ' '.join([quote(word) for word in split_command])

def split(s, comments=False, posix=True):
    if s is None:
        import sys
        s = sys.stdin.read()
    if not posix:
        from shlex import _split_plainly
        return _split_plainly(s, comments)
    words, word, at, end = [], None, 0, len(s)
    while at < end:
        letter = s[at]
        at += 1
        if letter in ' \t\r\n':
            if word is not None:
                words.append(word)
            word = None
        elif comments and letter == '#':
            newline = s.find('\n', at)
            at = end if newline < 0 else newline
        elif letter == '\\':
            if at == end:
                raise ValueError('No escaped character')
            word = (word or '') + s[at]
            at += 1
        elif letter == "'":
            closing = s.find("'", at)
            if closing < 0:
                raise ValueError('No closing quotation')
            word = (word or '') + s[at:closing]
            at = closing + 1
        elif letter == '"':
            text, at = _in_double_quotes(s, at)
            word = (word or '') + text
        else:
            word = (word or '') + letter
    if word is not None:
        words.append(word)
    return words

# A backslash stands for itself there, save before another one and before the quote.
def _in_double_quotes(s, at):
    parts = []
    while at < len(s) and s[at] != '"':
        if s[at] == '\\':
            if at + 1 == len(s):
                raise ValueError('No escaped character')
            if s[at + 1] in '"\\':
                at += 1
            else:
                parts.append('\\')
                at += 1
        parts.append(s[at])
        at += 1
    if at >= len(s):
        raise ValueError('No closing quotation')
    return ''.join(parts), at + 1
