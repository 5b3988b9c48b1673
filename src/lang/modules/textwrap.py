__all__ = ['TextWrapper', 'wrap', 'fill', 'dedent', 'indent', 'shorten']

_SPACE = '\t\n\x0b\x0c\r '

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

# Behind a hyphen between letters; before and behind a dash.
def _end_of_part(text, start):
    at = start
    if text[at] == '-' and at and _may_precede(text[at - 1]) and _is_dash(text, at):
        while text[at] == '-':
            at += 1
        return at
    at += 1
    while at < len(text) and text[at] not in _SPACE:
        if text[at] == '-':
            if _is_hyphen(text, at):
                return at + 1
            if _may_precede(text[at - 1]) and _is_dash(text, at):
                return at
        at += 1
    return at

# Two hyphens or more before a word.
def _is_dash(text, at):
    end = at
    while end < len(text) and text[end] == '-':
        end += 1
    return end - at > 1 and end < len(text) and (text[end].isalnum() or text[end] == '_')

# Between parts of two letters or more; one letter, a hyphen and a letter are such a part.
def _is_hyphen(text, at):
    before, behind = text[max(0, at - 3):at], text[at + 1:at + 4]
    if len(before) < 2 or len(behind) < 2 or not _is_letter(behind[0]):
        return False
    if not (_is_letter(before[-2]) and _is_letter(before[-1])):
        if len(before) < 3 or before[-2] != '-' or not (_is_letter(before[-3]) and _may_precede(before[-1])):
            return False
    return _is_letter(behind[1]) or len(behind) > 2 and behind[1] == '-' and _is_letter(behind[2])

def _is_letter(c):
    return (c.isalnum() or c == '_') and not c.isdecimal()

def _may_precede(c):
    return c.isalnum() or c in '_!"\'&.,?'

class TextWrapper:
    def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8, *,
                 max_lines=None, placeholder=' [...]'):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _chunks(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = ''.join([' ' if c in _SPACE else c for c in text])
        chunks = self._split(text)
        if self.fix_sentence_endings:
            self._part_sentences(chunks)
        return chunks

    # Words and the space between them; a word with a hyphen between letters may be broken behind it.
    def _split(self, text):
        chunks = []
        start = 0
        while start < len(text):
            at = start + 1
            if text[start] in _SPACE:
                while at < len(text) and text[at] in _SPACE:
                    at += 1
            elif self.break_on_hyphens:
                at = _end_of_part(text, start)
            else:
                while at < len(text) and text[at] not in _SPACE:
                    at += 1
            chunks.append(text[start:at])
            start = at
        return chunks

    def _part_sentences(self, chunks):
        for at in range(1, len(chunks)):
            ends = chunks[at - 1].rstrip('"\'')
            if chunks[at] == ' ' and len(ends) > 1 and ends[-1] in '.!?' and ends[-2].islower():
                chunks[at] = '  '

    def _cut_long(self, chunks, line, used, room):
        left = 1 if room < 1 else room - used
        if not self.break_long_words:
            if not line:
                line.append(chunks.pop())
            return
        end = left
        chunk = chunks[-1]
        if self.break_on_hyphens and len(chunk) > left:
            hyphen = chunk.rfind('-', 0, left)
            if hyphen > 0 and any([c != '-' for c in chunk[:hyphen]]):
                end = hyphen + 1
        line.append(chunk[:end])
        chunks[-1] = chunk[end:]

    def _wrapped(self, chunks):
        if self.width <= 0:
            raise ValueError(f'invalid width {self.width!r} (must be > 0)')
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError('placeholder too large for max width')
        lines = []
        chunks.reverse()
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            room = self.width - len(indent)
            line = []
            used = 0
            if self.drop_whitespace and lines and chunks[-1].strip() == '':
                chunks.pop()
            while chunks and used + len(chunks[-1]) <= room:
                used += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > room:
                self._cut_long(chunks, line, used, room)
                used = sum(map(len, line))
            if self.drop_whitespace and line and line[-1].strip() == '':
                used -= len(line.pop())
            if not line:
                continue
            rest_fits = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
            if self.max_lines is None or len(lines) + 1 < self.max_lines or rest_fits and used <= room:
                lines.append(indent + ''.join(line))
                continue
            self._end(lines, line, used, room, indent)
            break
        return lines

    # The last line that there may be.
    def _end(self, lines, line, used, room, indent):
        while line:
            if line[-1].strip() and used + len(self.placeholder) <= room:
                lines.append(indent + ''.join(line) + self.placeholder)
                return
            used -= len(line.pop())
        if lines:
            last = lines[-1].rstrip()
            if len(last) + len(self.placeholder) <= self.width:
                lines[-1] = last + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def wrap(self, text):
        return self._wrapped(self._chunks(text))

    def fill(self, text):
        return '\n'.join(self.wrap(text))

def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)

def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)

def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))
