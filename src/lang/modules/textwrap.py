__all__ = ['dedent', 'fill', 'indent', 'shorten', 'wrap']

def dedent(text):
    lines = text.split('\n')
    margin = None
    for at, line in enumerate(lines):
        if not line.strip(' \t'):
            lines[at] = ''
            continue
        indent = line[:len(line) - len(line.lstrip(' \t'))]
        if margin is None:
            margin = indent
        else:
            same = 0
            while same < len(margin) and same < len(indent) and margin[same] == indent[same]:
                same += 1
            margin = margin[:same]
    if margin:
        lines = [line[len(margin):] for line in lines]
    return '\n'.join(lines)

def indent(text, prefix, predicate=None):
    def chosen(line):
        return predicate(line) if predicate is not None else line.strip()
    return ''.join([prefix + line if chosen(line) else line for line in text.splitlines(True)])

def _words(text):
    # A word with a hyphen inside may be broken behind it.
    words = []
    for word in text.split():
        start = 0
        for at in range(1, len(word) - 1):
            if word[at] == '-' and word[at - 1].isalpha() and word[at + 1].isalpha() and at > start + 1:
                words.append((word[start:at + 1], start == 0))
                start = at + 1
        words.append((word[start:], start == 0))
    return words

def wrap(text, width=70, *, initial_indent='', subsequent_indent=''):
    if width <= 0:
        raise ValueError(f'invalid width {width!r} (must be > 0)')
    lines = []
    line = initial_indent
    is_empty = True
    for word, is_first in _words(text):
        while True:
            space = ' ' if is_first and not is_empty else ''
            if len(line) + len(space) + len(word) <= width:
                line += space + word
                is_empty = False
                break
            if is_empty:
                room = max(width - len(line), 1)
                lines.append(line + word[:room])
                word = word[room:]
                line = subsequent_indent
                if not word:
                    break
                continue
            lines.append(line)
            line = subsequent_indent
            is_empty = True
    if not is_empty:
        lines.append(line)
    return lines

def fill(text, width=70, *, initial_indent='', subsequent_indent=''):
    return '\n'.join(wrap(text, width, initial_indent=initial_indent, subsequent_indent=subsequent_indent))

def shorten(text, width, *, placeholder=' [...]'):
    words = text.split()
    whole = ' '.join(words)
    if len(whole) <= width:
        return whole
    if len(placeholder.lstrip()) > width:
        raise ValueError('placeholder too large for max width')
    line = ''
    for word in words:
        longer = line + ' ' + word if line else word
        if len(longer) + len(placeholder) > width:
            break
        line = longer
    return line + placeholder if line else placeholder.strip()
