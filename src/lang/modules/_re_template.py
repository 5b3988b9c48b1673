# What matches are replaced by: text, and numbers of groups.

_LETTERS = {'a': '\a', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', 'v': '\v', '\\': '\\'}

_known = {}

def template(pattern, source):
    is_text = isinstance(source, str)
    if is_text and '\\' not in source:
        return [source]
    key = (pattern, type(source), source)
    found = _known.get(key)
    if found is None:
        text = source if is_text else bytes(source).decode('latin-1')
        found = _Reader(pattern, text, source).parts()
        if not is_text:
            found = [part if isinstance(part, int) else part.encode('latin-1') for part in found]
        if len(_known) > 500:
            _known.clear()
        _known[key] = found
    return found

class _Reader:
    def __init__(self, pattern, text, source):
        self._pattern = pattern
        self._text = text
        self._source = source
        self._parts = []
        self._plain = ''

    def _wrong(self, message, at):
        from re import error
        raise error(message, self._source, at)

    def parts(self):
        text = self._text
        at = 0
        while True:
            found = text.find('\\', at)
            if found < 0:
                break
            self._plain += text[at:found]
            at = self._escape(found)
        self._plain += text[at:]
        self._flush()
        return self._parts

    def _flush(self):
        if self._plain:
            self._parts.append(self._plain)
            self._plain = ''

    def _group(self, group, at):
        if group > self._pattern.groups:
            self._wrong(f'invalid group reference {group}', at)
        self._flush()
        self._parts.append(group)

    def _escape(self, at):
        # Takes the place of the backslash, gives the one behind the escape.
        text = self._text
        letter = text[at + 1:at + 2]
        if letter == '':
            self._wrong('bad escape (end of pattern)', at)
        if letter == 'g':
            return self._named(at)
        if letter == '0':
            end = at + 2
            while end < at + 4 and text[end:end + 1] in tuple('01234567'):
                end += 1
            self._plain += chr(int(text[at + 1:end], 8) & 255)
            return end
        if letter in '123456789':
            return self._numbered(at)
        if letter in _LETTERS:
            self._plain += _LETTERS[letter]
        elif letter.isalpha() and letter < '\x80':
            self._wrong('bad escape \\' + letter, at)
        else:
            self._plain += '\\' + letter
        return at + 2

    def _numbered(self, at):
        text = self._text
        end = at + 2
        second = text[end:end + 1]
        if second and second in '0123456789':
            end += 1
            third = text[end:end + 1]
            if text[at + 1] in '01234567' and second in '01234567' and third and third in '01234567':
                end += 1
                value = int(text[at + 1:end], 8)
                if value > 255:
                    self._wrong(f'octal escape value {text[at:end]} outside of range 0-0o377', at)
                self._plain += chr(value)
                return end
        self._group(int(text[at + 1:end]), at + 1)
        return end

    def _named(self, at):
        text = self._text
        if text[at + 2:at + 3] != '<':
            self._wrong('missing <', at + 2)
        end = text.find('>', at + 3)
        if end < 0:
            if at + 3 == len(text):
                self._wrong('missing group name', at + 3)
            self._wrong('missing >, unterminated name', at + 3)
        name = text[at + 3:end]
        if not name:
            self._wrong('missing group name', at + 3)
        if name.isdigit():
            self._group(int(name), at + 3)
        elif not (name[0].isalpha() or name[0] == '_') or not name.replace('_', 'a').isalnum():
            self._wrong(f'bad character in group name {name!r}', at + 3)
        elif name not in self._pattern.groupindex:
            raise IndexError(f'unknown group name {name!r}')
        else:
            self._group(self._pattern.groupindex[name], at + 3)
        return end + 1
