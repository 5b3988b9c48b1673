__all__ = ['BasicInterpolation', 'ConfigParser', 'DEFAULTSECT', 'DuplicateOptionError', 'DuplicateSectionError', 'Error',
           'ExtendedInterpolation', 'Interpolation', 'InterpolationError', 'InterpolationMissingOptionError', 'InterpolationSyntaxError',
           'MAX_INTERPOLATION_DEPTH', 'MissingSectionHeaderError', 'NoOptionError', 'NoSectionError', 'ParsingError',
           'RawConfigParser', 'SectionProxy']

import re as _re
from collections.abc import MutableMapping as _MutableMapping

DEFAULTSECT = 'DEFAULT'
MAX_INTERPOLATION_DEPTH = 10
_UNSET = object()

class Error(Exception):
    def __init__(self, msg=''):
        self.message = msg
        Exception.__init__(self, msg)

    def __repr__(self):
        return self.message

    __str__ = __repr__

class NoSectionError(Error):
    def __init__(self, section):
        Error.__init__(self, f'No section: {section!r}')
        self.section = section
        self.args = (section,)

class NoOptionError(Error):
    def __init__(self, option, section):
        Error.__init__(self, f'No option {option!r} in section: {section!r}')
        self.option = option
        self.section = section
        self.args = (option, section)

def _where(source, lineno):
    return '' if source is None else f'While reading from {source!r}' + (f' [line {lineno:2d}]' if lineno else '') + ': '

class DuplicateSectionError(Error):
    def __init__(self, section, source=None, lineno=None):
        what = f'ection {section!r} already exists'
        Error.__init__(self, f'{_where(source, lineno)}s{what}' if source is not None else f'S{what}')
        self.section, self.source, self.lineno = section, source, lineno
        self.args = (section, source, lineno)

class DuplicateOptionError(Error):
    def __init__(self, section, option, source=None, lineno=None):
        what = f'ption {option!r} in section {section!r} already exists'
        Error.__init__(self, f'{_where(source, lineno)}o{what}' if source is not None else f'O{what}')
        self.section, self.option, self.source, self.lineno = section, option, source, lineno
        self.args = (section, option, source, lineno)

class InterpolationError(Error):
    def __init__(self, option, section, msg):
        Error.__init__(self, msg)
        self.option, self.section = option, section
        self.args = (option, section, msg)

class InterpolationMissingOptionError(InterpolationError):
    def __init__(self, option, section, rawval, reference):
        InterpolationError.__init__(self, option, section, f'Bad value substitution: option {option!r} in section '
                                    f'{section!r} contains an interpolation key {reference!r} which is not a valid '
                                    f'option name. Raw value: {rawval!r}')
        self.reference = reference
        self.args = (option, section, rawval, reference)

class InterpolationSyntaxError(InterpolationError):
    pass

class InterpolationDepthError(InterpolationError):
    def __init__(self, option, section, rawval):
        InterpolationError.__init__(self, option, section, 'Recursion limit exceeded in value substitution: option '
                                    f'{option!r} in section {section!r} contains an interpolation key which cannot be '
                                    f'substituted in {MAX_INTERPOLATION_DEPTH} steps. Raw value: {rawval!r}')
        self.args = (option, section, rawval)

class ParsingError(Error):
    def __init__(self, source):
        Error.__init__(self, f'Source contains parsing errors: {source!r}')
        self.source = source
        self.errors = []
        self.args = (source,)

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += f'\n\t[line {lineno:2d}]: {line}'

class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        Error.__init__(self, f'File contains no section headers.\nfile: {filename!r}, line: {lineno}\n{line!r}')
        self.source, self.lineno, self.line = filename, lineno, line
        self.args = (filename, lineno, line)

class Interpolation:
    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

class BasicInterpolation(Interpolation):
    _KEY = _re.compile(r'%\(([^)]+)\)s')

    def before_get(self, parser, section, option, value, defaults):
        return self._replaced(parser, option, value, section, defaults, 1, value)

    def before_set(self, parser, section, option, value):
        if '%' in self._KEY.sub('', value.replace('%%', '')):
            raise ValueError('invalid interpolation syntax in %r at position %d' % (value, value.find('%')))
        return value

    def _replaced(self, parser, option, rest, section, values, depth, raw):
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        parts = []
        while rest:
            before, sign, rest = rest.partition('%')
            parts.append(before)
            if not sign:
                break
            if rest[:1] == '%':
                parts.append('%')
                rest = rest[1:]
                continue
            found = self._KEY.match('%' + rest)
            if rest[:1] != '(':
                raise InterpolationSyntaxError(option, section, f"'%' must be followed by '%' or '(', found: {'%' + rest!r}")
            if found is None:
                raise InterpolationSyntaxError(option, section, f"bad interpolation variable reference {'%' + rest!r}")
            key = parser.optionxform(found[1])
            rest = rest[found.end() - 1:]
            if key not in values:
                raise InterpolationMissingOptionError(option, section, raw, key)
            parts.append(self._replaced(parser, option, values[key] or '', section, values, depth + 1, raw))
        return ''.join(parts)

class ExtendedInterpolation(Interpolation):
    # `${option}`, and `${section:option}` of another section.
    _KEY = _re.compile(r'\$\{([^}]+)\}')

    def before_get(self, parser, section, option, value, defaults):
        return self._replaced(parser, option, value, section, defaults, 1)

    def before_set(self, parser, section, option, value):
        rest = self._KEY.sub('', value.replace('$$', ''))
        if '$' in rest:
            raise ValueError('invalid interpolation syntax in %r at position %d' % (value, rest.find('$')))
        return value

    def _replaced(self, parser, option, rest, section, values, depth):
        raw = parser.get(section, option, raw=True, fallback=rest)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        parts = []
        while rest:
            before, sign, after = rest.partition('$')
            parts.append(before)
            if not sign:
                break
            if after[:1] == '$':
                parts.append('$')
                rest = after[1:]
                continue
            rest = sign + after
            if after[:1] != '{':
                raise InterpolationSyntaxError(option, section, f"'$' must be followed by '$' or '{{', found: {rest!r}")
            found = self._KEY.match(rest)
            if found is None:
                raise InterpolationSyntaxError(option, section, f'bad interpolation variable reference {rest!r}')
            rest = rest[found.end():]
            parts.append(self._looked_up(parser, found[1], option, section, values, depth, raw, rest))
        return ''.join(parts)

    def _looked_up(self, parser, path, option, section, values, depth, raw, rest):
        there, colon, key = path.rpartition(':')
        if ':' in there:
            raise InterpolationSyntaxError(option, section, f"More than one ':' found: {rest!r}")
        there, key = there if colon else section, parser.optionxform(key)
        try:
            value = parser.get(there, key, raw=True) if colon else values[key]
        except (KeyError, NoSectionError, NoOptionError):
            raise InterpolationMissingOptionError(option, section, raw, path) from None
        if '$' not in value:
            return value
        return self._replaced(parser, key, value, there, dict(parser.items(there, raw=True)), depth + 1)

class RawConfigParser(_MutableMapping):
    BOOLEAN_STATES = {'1': True, 'yes': True, 'true': True, 'on': True,
                      '0': False, 'no': False, 'false': False, 'off': False}
    _DEFAULT_INTERPOLATION = Interpolation
    _texts_only = False

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=('=', ':'),
                 comment_prefixes=('#', ';'), inline_comment_prefixes=None, strict=True, empty_lines_in_values=True,
                 default_section=DEFAULTSECT, interpolation=_UNSET, converters=None):
        self._defaults, self._sections = dict_type(), dict_type()
        self._dict = dict_type
        self._delimiters, self._comments = tuple(delimiters), tuple(comment_prefixes or ())
        self._inline, self._strict = tuple(inline_comment_prefixes or ()), strict
        self._empty_lines, self._allow_no_value = empty_lines_in_values, allow_no_value
        self.default_section = default_section
        self._interpolation = self._DEFAULT_INTERPOLATION() if interpolation is _UNSET else interpolation or Interpolation()
        self._converters = {'int': int, 'float': float, 'boolean': self._convert_to_boolean, **(converters or {})}
        for name, convert in (converters or {}).items():
            setattr(self, 'get' + name, self._getter(convert))
        for key, value in (defaults or {}).items():
            self._defaults[self.optionxform(key)] = value

    def _getter(self, convert):
        def get(section, option, *, raw=False, vars=None, fallback=_UNSET):
            return self._converted(section, option, convert, raw, vars, fallback)
        return get

    def defaults(self):
        return self._defaults

    def sections(self):
        return list(self._sections)

    def optionxform(self, optionstr):
        return optionstr.lower()

    def add_section(self, section):
        if self._texts_only and not isinstance(section, str):
            raise TypeError('section names must be strings')
        if section == self.default_section:
            raise ValueError(f'Invalid section name: {section!r}')
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._sections[section] = self._dict()

    def has_section(self, section):
        return section in self._sections

    def options(self, section):
        if section not in self._sections:
            raise NoSectionError(section)
        return list({**self._sections[section], **self._defaults})

    def read(self, filenames, encoding=None):
        done = []
        for filename in [filenames] if isinstance(filenames, str) or hasattr(filenames, '__fspath__') else filenames:
            try:
                with open(filename, encoding=encoding) as file:
                    self._read(file, filename)
            except OSError:
                continue
            done.append(filename.__fspath__() if hasattr(filename, '__fspath__') else filename)
        return done

    def read_file(self, f, source=None):
        self._read(f, getattr(f, 'name', '<???>') if source is None else source)

    def read_string(self, string, source='<string>'):
        self._read(string.splitlines(keepends=True), source)

    def read_dict(self, dictionary, source='<dict>'):
        seen = set()
        for section, keys in dictionary.items():
            section = str(section)
            if section != self.default_section and section not in self._sections:
                self.add_section(section)
            elif self._strict and section in seen:
                raise DuplicateSectionError(section, source)
            seen.add(section)
            for key, value in keys.items():
                self.set(section, self.optionxform(str(key)), None if value is None else str(value))

    def _without_comment(self, line):
        if line.lstrip().startswith(self._comments) and self._comments:
            return None
        ends = [found.start() for prefix in self._inline for found in _re.finditer(r'(?:^|(?<=\s))' + _re.escape(prefix), line)]
        return line[:min(ends)] if ends else line

    def _read(self, lines, source):
        section = section_name = option = errors = None
        indent_of_option, added, blank = 0, set(), 0
        for lineno, line in enumerate(lines, 1):
            text = self._without_comment(line)
            value = (text or '').strip()
            if not value:
                # An empty line belongs to a value that goes on behind it; a comment does not.
                if self._empty_lines:
                    if text is not None and option is not None and section is not None and section[option] is not None:
                        section[option].append('')
                else:
                    indent_of_option = 1 << 30
                continue
            indent = len(line) - len(line.lstrip())
            if section is not None and option is not None and indent > indent_of_option:
                section[option].append(value)
                continue
            indent_of_option = indent
            header = _re.match(r'\[(.+)\]', value)
            if header is not None:
                section_name, option = header[1], None
                if section_name == self.default_section:
                    section = self._defaults
                elif section_name not in self._sections:
                    section = self._sections[section_name] = self._dict()
                    added.add((section_name, None))
                elif self._strict and (section_name, None) in added:
                    raise DuplicateSectionError(section_name, source, lineno)
                else:
                    section = self._sections[section_name]
                continue
            if section is None:
                raise MissingSectionHeaderError(source, lineno, line)
            places = [value.find(delimiter) for delimiter in self._delimiters if delimiter in value]
            at = min(places) if places else len(value)
            name = value[:at].rstrip()
            if not name or not places and not self._allow_no_value:
                errors = errors or ParsingError(source)
                errors.append(lineno, repr(line))
                if not name:
                    continue
            option = self.optionxform(name)
            if self._strict and (section_name, option) in added:
                raise DuplicateOptionError(section_name, option, source, lineno)
            added.add((section_name, option))
            length = next((len(delimiter) for delimiter in self._delimiters if value.startswith(delimiter, at)), 0)
            section[option] = [value[at + length:].strip()] if places else None
        for options in [self._defaults, *self._sections.values()]:
            for name, value in options.items():
                if isinstance(value, list):
                    options[name] = '\n'.join(value).rstrip()
        if errors is not None:
            raise errors

    def _values(self, section, vars=None):
        if section not in self._sections and section != self.default_section:
            raise NoSectionError(section)
        more = {self.optionxform(key): None if value is None else str(value) for key, value in (vars or {}).items()}
        return {**self._defaults, **self._sections.get(section, {}), **more}

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        try:
            values = self._values(section, vars)
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        option = self.optionxform(option)
        if option not in values:
            if fallback is _UNSET:
                raise NoOptionError(option, section)
            return fallback
        value = values[option]
        return value if raw or value is None else self._interpolation.before_get(self, section, option, value, values)

    def _converted(self, section, option, convert, raw=False, vars=None, fallback=_UNSET):
        try:
            value = self.get(section, option, raw=raw, vars=vars)
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback
        return convert(value)

    def getint(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._converted(section, option, int, raw, vars, fallback)

    def getfloat(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._converted(section, option, float, raw, vars, fallback)

    def getboolean(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._converted(section, option, self._convert_to_boolean, raw, vars, fallback)

    def _convert_to_boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError('Not a boolean: %s' % value)
        return self.BOOLEAN_STATES[value.lower()]

    def items(self, section=_UNSET, raw=False, vars=None):
        if section is _UNSET:
            return _MutableMapping.items(self)
        return [(option, self.get(section, option, raw=raw, vars=vars)) for option in self._values(section, vars)]

    def has_option(self, section, option):
        if not section or section == self.default_section:
            return self.optionxform(option) in self._defaults
        return section in self._sections and self.optionxform(option) in self._values(section)

    def set(self, section, option, value=None):
        if self._texts_only:
            if not isinstance(option, str):
                raise TypeError('option keys must be strings')
            if not isinstance(value, str) and not (value is None and self._allow_no_value):
                raise TypeError('option values must be strings')
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        self._own(section)[self.optionxform(option)] = value

    def _own(self, section):
        if not section or section == self.default_section:
            return self._defaults
        if section not in self._sections:
            raise NoSectionError(section)
        return self._sections[section]

    def remove_option(self, section, option):
        return self._own(section).pop(self.optionxform(option), _UNSET) is not _UNSET

    def remove_section(self, section):
        return self._sections.pop(section, _UNSET) is not _UNSET

    def write(self, fp, space_around_delimiters=True):
        sign = f' {self._delimiters[0]} ' if space_around_delimiters else self._delimiters[0]
        for name, options in [(self.default_section, self._defaults), *self._sections.items()]:
            if options or name != self.default_section:
                fp.write(f'[{name}]\n')
                for key, value in options.items():
                    fp.write(key + ('' if value is None else sign + str(value).replace('\n', '\n\t')) + '\n')
                fp.write('\n')

    def __getitem__(self, key):
        if key != self.default_section and key not in self._sections:
            raise KeyError(key)
        return SectionProxy(self, key)

    def __setitem__(self, key, value):
        own = self._defaults if key == self.default_section else self._sections.get(key)
        if own is not None:
            own.clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError('Cannot remove the default section.')
        if not self.remove_section(key):
            raise KeyError(key)

    def __contains__(self, key):
        return key == self.default_section or key in self._sections

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        yield self.default_section
        yield from self._sections

class ConfigParser(RawConfigParser):
    _DEFAULT_INTERPOLATION = BasicInterpolation
    _texts_only = True

class SectionProxy(_MutableMapping):
    def __init__(self, parser, name):
        self._parser = parser
        self._name = name
        for kind, convert in parser._converters.items():
            setattr(self, 'get' + kind, self._getter(convert))

    def _getter(self, convert):
        def get(option, fallback=None, *, raw=False, vars=None):
            return self._parser._converted(self._name, option, convert, raw, vars, fallback)
        return get

    def __repr__(self):
        return f'<Section: {self._name}>'

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if key not in self or not self._parser.remove_option(self._name, key):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def __iter__(self):
        return iter(self._options())

    def __len__(self):
        return len(self._options())

    def _options(self):
        if self._name == self._parser.default_section:
            return list(self._parser.defaults())
        return self._parser.options(self._name)

    @property
    def parser(self):
        return self._parser

    @property
    def name(self):
        return self._name

    def get(self, option, fallback=None, *, raw=False, vars=None):
        return self._parser.get(self._name, option, raw=raw, vars=vars, fallback=fallback)
