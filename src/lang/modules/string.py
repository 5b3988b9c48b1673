ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
whitespace = ' \t\n\r\v\f'
printable = digits + ascii_letters + punctuation + whitespace

def capwords(s, sep=None):
    return (sep or ' ').join([word.capitalize() for word in s.split(sep)])

def _name_at(text, at):
    end = at
    while end < len(text) and text[end] < '\x80' and (text[end] == '_' or text[end].isalnum()):
        end += 1
    if end == at or text[at].isdigit():
        return ''
    return text[at:end]

class Template:
    delimiter = '$'
    idpattern = r'(?a:[_a-z][_a-z0-9]*)'
    braceidpattern = None
    flags = 2
    pattern = None

    # What its places look like is an expression, where a class says so.
    def __init_subclass__(cls):
        super().__init_subclass__()
        base = Template
        if cls.pattern is None and (cls.idpattern, cls.braceidpattern, cls.flags) == (base.idpattern, None, base.flags):
            return
        import re
        flags = re.IGNORECASE if cls.flags is base.flags else cls.flags
        pattern = cls.pattern
        if 'pattern' not in cls.__dict__:
            delimiter, braced = re.escape(cls.delimiter), cls.braceidpattern or cls.idpattern
            pattern = (f'{delimiter}(?:(?P<escaped>{delimiter})|(?P<named>{cls.idpattern})|{{(?P<braced>{braced})}}|(?P<invalid>))')
        cls.pattern = re.compile(pattern, flags | re.VERBOSE)

    def _matched(self):
        text, at = self.template, 0
        for found in self.pattern.finditer(text):
            yield text[at:found.start()]
            at = found.end()
            name = found.group('named') or found.group('braced')
            if name is not None:
                yield name, found.group(), found.start()
            elif found.group('escaped') is not None:
                yield self.delimiter
            else:
                yield None, found.group(), found.start('invalid') - len(self.delimiter)
        yield text[at:]

    def __init__(self, template):
        self.template = template

    def _pieces(self):
        # Plain text, and placeholders as (name, its text, where it begins); a name of None is a mistake.
        text = self.template
        sign = self.delimiter
        at = 0
        while True:
            found = text.find(sign, at)
            if found < 0:
                yield text[at:]
                return
            yield text[at:found]
            after = found + len(sign)
            if text[after:after + len(sign)] == sign:
                yield sign
                at = after + len(sign)
                continue
            braced = text[after:after + 1] == '{'
            name = _name_at(text, after + braced)
            at = after + braced + len(name)
            if braced and text[at:at + 1] != '}':
                name = ''
            if not name:
                yield None, sign, found
                at = after
                continue
            at += braced
            yield name, text[found:at], found

    def _found(self):
        return self._pieces() if self.pattern is None else self._matched()

    def _substituted(self, mapping, kws, is_safe):
        values = {**mapping, **kws}
        parts = []
        for piece in self._found():
            if isinstance(piece, str):
                parts.append(piece)
                continue
            name, own, at = piece
            if name is None and not is_safe:
                self._invalid(at + len(self.delimiter))
            if is_safe and name not in values:
                parts.append(own)
            else:
                parts.append(str(values[name]))
        return ''.join(parts)

    def _invalid(self, at):
        lines = self.template[:at].splitlines(keepends=True)
        if not lines:
            column, line = 1, 1
        else:
            column, line = at - len(''.join(lines[:-1])), len(lines)
        raise ValueError(f'Invalid placeholder in string: line {line}, col {column}')

    def substitute(self, mapping={}, /, **kws):
        return self._substituted(mapping, kws, False)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._substituted(mapping, kws, True)

    def is_valid(self):
        return all(isinstance(piece, str) or piece[0] is not None for piece in self._found())

    def get_identifiers(self):
        names = [piece[0] for piece in self._found() if not isinstance(piece, str) and piece[0] is not None]
        return list(dict.fromkeys(names))

class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, text, args, kwargs, used, depth, number):
        if depth < 0:
            raise ValueError('Max string recursion exceeded')
        parts = []
        for literal, field, spec, conversion in self.parse(text):
            parts.append(literal)
            if field is None:
                continue
            if field == '' or field[0] in '.[':
                if number is False:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                field = str(number) + field
                number += 1
            elif field.isdigit():
                if number:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                number = False
            value, first = self.get_field(field, args, kwargs)
            used.add(first)
            value = self.convert_field(value, conversion)
            spec, number = self._vformat(spec, args, kwargs, used, depth - 1, number)
            parts.append(self.format_field(value, spec))
        return ''.join(parts), number

    def parse(self, format_string):
        at = 0
        literal = ''
        while at < len(format_string):
            letter = format_string[at]
            if letter in '{}' and format_string[at + 1:at + 2] == letter:
                yield literal + letter, None, None, None
                literal = ''
                at += 2
            elif letter == '{':
                end = self._end(format_string, at + 1)
                yield (literal, *self._parts(format_string[at + 1:end]))
                literal = ''
                at = end + 1
            elif letter == '}':
                raise ValueError("Single '}' encountered in format string")
            else:
                literal += letter
                at += 1
        if literal:
            yield literal, None, None, None

    def _end(self, text, at):
        depth = 1
        while at < len(text):
            depth += (text[at] == '{') - (text[at] == '}')
            if depth == 0:
                return at
            at += 1
        raise ValueError("expected '}' before end of string")

    def _parts(self, text):
        head, _, spec = text.partition(':')
        name, mark, conversion = head.partition('!')
        return name, spec, conversion if mark else None

    def get_field(self, field_name, args, kwargs):
        end = min((at for at in (field_name.find('.'), field_name.find('[')) if at >= 0), default=len(field_name))
        first, rest = field_name[:end], field_name[end:]
        first = int(first) if first.isdigit() else first
        value = self.get_value(first, args, kwargs)
        while rest:
            if rest[0] == '.':
                end = min((at for at in (rest.find('.', 1), rest.find('[', 1)) if at >= 0), default=len(rest))
                value = getattr(value, rest[1:end])
            else:
                end = rest.index(']') + 1
                key = rest[1:end - 1]
                value = value[int(key) if key.isdigit() else key]
            rest = rest[end:]
        return value, first

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError(f'Unknown conversion specifier {conversion}')
