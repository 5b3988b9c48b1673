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

def _chunks(text):
    # Words and the space between them; a word with a hyphen between letters may be broken behind it.
    chunks = []
    start = at = 0
    text = ''.join([' ' if c in '\t\n\v\f\r' else c for c in text])
    while start < len(text):
        at = start + 1
        if text[start] == ' ':
            while at < len(text) and text[at] == ' ':
                at += 1
        else:
            while at < len(text) and text[at] != ' ':
                at += 1
                if (text[at - 1] == '-' and at - start > 2 and at < len(text) and text[at].isalpha()
                        and text[at - 2].isalpha()):
                    break
        chunks.append(text[start:at])
        start = at
    return chunks

def wrap(text, width=70, *, initial_indent='', subsequent_indent=''):
    if width <= 0:
        raise ValueError(f'invalid width {width!r} (must be > 0)')
    lines = []
    chunks = _chunks(text)
    chunks.reverse()
    while chunks:
        indent = subsequent_indent if lines else initial_indent
        room = width - len(indent)
        line = []
        used = 0
        if lines and chunks[-1].strip() == '':
            chunks.pop()
        while chunks and used + len(chunks[-1]) <= room:
            used += len(chunks[-1])
            line.append(chunks.pop())
        if chunks and len(chunks[-1]) > room:
            left = max(room - used, 1) if room < 1 or used < room else 0
            if left:
                long = chunks.pop()
                line.append(long[:left])
                if long[left:]:
                    chunks.append(long[left:])
        if line and line[-1].strip() == '':
            line.pop()
        if line:
            lines.append(indent + ''.join(line))
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
