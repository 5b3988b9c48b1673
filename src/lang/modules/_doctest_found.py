# Where examples are found for `doctest`: in texts, and in the docstrings of modules, classes and functions.

import inspect, linecache, re, sys

_FLAGS = {}

def register_optionflag(name):
    return _FLAGS.setdefault(name, 1 << len(_FLAGS))

DONT_ACCEPT_TRUE_FOR_1 = register_optionflag('DONT_ACCEPT_TRUE_FOR_1')
DONT_ACCEPT_BLANKLINE = register_optionflag('DONT_ACCEPT_BLANKLINE')
NORMALIZE_WHITESPACE = register_optionflag('NORMALIZE_WHITESPACE')
ELLIPSIS = register_optionflag('ELLIPSIS')
SKIP = register_optionflag('SKIP')
IGNORE_EXCEPTION_DETAIL = register_optionflag('IGNORE_EXCEPTION_DETAIL')
COMPARISON_FLAGS = (1 << len(_FLAGS)) - 1
for _name in ('REPORT_UDIFF', 'REPORT_CDIFF'):
    register_optionflag(_name)
REPORT_NDIFF = register_optionflag('REPORT_NDIFF')
register_optionflag('REPORT_ONLY_FIRST_FAILURE')
FAIL_FAST = register_optionflag('FAIL_FAST')

_EXAMPLE = re.compile(r'''
    (?P<source>
        (?:^(?P<indent> [ ]*) >>>    .*)
        (?:\n           [ ]*  \.\.\. .*)*)
    \n?
    (?P<want> (?:(?![ ]*$)
                 (?![ ]*>>>)
                 .+$\n?
              )*)
    ''', re.MULTILINE | re.VERBOSE)
_RAISED = re.compile(r'''
    ^(?P<hdr> Traceback\ \(
        (?: most\ recent\ call\ last
        |   innermost\ last
        ) \) :
    )
    \s* $
    (?P<stack> .*?)
    ^ (?P<msg> \w+ .*)
    ''', re.VERBOSE | re.MULTILINE | re.DOTALL)
_OPTIONS = re.compile(r'#\s*doctest:\s*([^\n\'"]*)$', re.MULTILINE)

class Example:
    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source if source.endswith('\n') else source + '\n'
        self.want = want + '\n' if want and not want.endswith('\n') else want
        self.exc_msg = exc_msg + '\n' if exc_msg is not None and not exc_msg.endswith('\n') else exc_msg
        self.lineno = lineno
        self.indent = indent
        self.options = {} if options is None else options

class DocTest:
    def __init__(self, examples, globs, name, filename, lineno, docstring):
        self.examples = examples
        self.globs = globs.copy()
        self.name = name
        self.filename = filename
        self.lineno = lineno
        self.docstring = docstring

    def __repr__(self):
        count = len(self.examples)
        told = 'no examples' if not count else '1 example' if count == 1 else f'{count} examples'
        return f'<DocTest {self.name} from {self.filename}:{self.lineno} ({told})>'

class DocTestParser:
    def get_doctest(self, string, globs, name, filename, lineno):
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)

    def get_examples(self, string, name='<string>'):
        return [piece for piece in self.parse(string, name) if isinstance(piece, Example)]

    def parse(self, string, name='<string>'):
        string = string.expandtabs()
        indents = [len(indent) for indent in re.findall(r'^([ ]*)(?=\S)', string, re.MULTILINE)]
        least = min(indents, default=0)
        if least:
            string = '\n'.join([line[least:] for line in string.split('\n')])
        pieces, at, lineno = [], 0, 0
        for found in _EXAMPLE.finditer(string):
            pieces.append(string[at:found.start()])
            lineno += string.count('\n', at, found.start())
            example = self._example(found, name, lineno)
            if re.sub(r'(?m)^\s*(#.*)?$', '', example.source).strip():
                pieces.append(example)
            lineno += string.count('\n', found.start(), found.end())
            at = found.end()
        pieces.append(string[at:])
        return pieces

    def _example(self, found, name, lineno):
        indent = len(found['indent'])
        lines = found['source'].split('\n')
        for at, line in enumerate(lines):
            if len(line) >= indent + 4 and line[indent + 3] != ' ':
                raise ValueError(f'line {lineno + at + 1} of the docstring for {name} lacks blank after '
                                 f'{line[indent:indent + 3]}: {line!r}')
        source = '\n'.join([line[indent + 4:] for line in lines])
        wanted = found['want'].split('\n')
        if len(wanted) > 1 and not wanted[-1].strip():
            del wanted[-1]
        for at, line in enumerate(wanted):
            if line and not line.startswith(' ' * indent):
                raise ValueError(f'line {lineno + len(lines) + at + 1} of the docstring for {name} has inconsistent leading '
                                 f'whitespace: {line!r}')
        want = '\n'.join([line[indent:] for line in wanted])
        raised = _RAISED.match(want)
        return Example(source, want, raised and raised['msg'], lineno, indent, self._options(source, name, lineno))

    def _options(self, source, name, lineno):
        options = {}
        for found in _OPTIONS.finditer(source):
            for option in found.group(1).replace(',', ' ').split():
                if option[0] not in '+-' or option[1:] not in _FLAGS:
                    raise ValueError(f'line {lineno + 1} of the doctest for {name} has an invalid option: {option!r}')
                options[_FLAGS[option[1:]]] = option[0] == '+'
        return options

class DocTestFinder:
    def __init__(self, verbose=False, parser=None, recurse=True, exclude_empty=True):
        self._parser = parser or DocTestParser()
        self._recurse = recurse
        self._exclude_empty = exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        name = getattr(obj, '__name__', None) if name is None else name
        if name is None:
            raise ValueError(f"DocTestFinder.find: name must be given when obj.__name__ doesn't exist: {type(obj)!r}")
        if module is None:
            module = obj if inspect.ismodule(obj) else sys.modules.get(getattr(obj, '__module__', None))
        globs = vars(module).copy() if globs is None and module is not None else dict(globs or {})
        globs.update(extraglobs or {})
        globs.setdefault('__name__', '__main__')
        filename = getattr(module, '__file__', None) or getattr(getattr(obj, '__code__', None), 'co_filename', None)
        lines = _lines_of(obj, module, filename)
        tests = []
        self._find(tests, obj, name, module, filename, lines, globs, set())
        return sorted(tests, key=lambda test: test.name)

    def _find(self, tests, obj, name, module, filename, lines, globs, seen):
        if id(obj) in seen:
            return
        seen.add(id(obj))
        test = self._test(obj, name, filename, lines, globs)
        if test is not None:
            tests.append(test)
        if not self._recurse:
            return
        if inspect.ismodule(obj):
            for key, value in vars(obj).items():
                kept = inspect.isclass(value) or inspect.isfunction(inspect.unwrap(value))
                if kept and getattr(value, '__module__', None) == obj.__name__:
                    self._find(tests, value, f'{name}.{key}', module, filename, lines, globs, seen)
            for key, value in getattr(obj, '__test__', {}).items():
                self._find(tests, value, f'{name}.__test__.{key}', module, filename, lines, globs, seen)
        elif inspect.isclass(obj):
            for key, value in vars(obj).items():
                value = value.__func__ if isinstance(value, (staticmethod, classmethod)) else value
                if inspect.isclass(value) or isinstance(value, property) or inspect.isfunction(value):
                    self._find(tests, value, f'{name}.{key}', module, filename, lines, globs, seen)

    def _test(self, obj, name, filename, lines, globs):
        text = obj if isinstance(obj, str) else getattr(obj, '__doc__', None) or ''
        text = text if isinstance(text, str) else str(text)
        if self._exclude_empty and not text:
            return None
        return self._parser.get_doctest(text, globs, name, filename, _line_of(obj, text, lines))

# The text of the module, as whatever was compiled from it knows it.
def _lines_of(obj, module, filename):
    own = [obj, *vars(module).values()] if inspect.ismodule(module) else [obj]
    for one in own:
        if getattr(one, '__module__', None) == getattr(module, '__name__', None):
            try:
                return inspect.findsource(one)[0]
            except (OSError, TypeError):
                pass
    return linecache.getlines(filename) if filename else []

# The line in which the docstring begins, from zero.
def _line_of(obj, text, lines):
    lineno = 0 if inspect.ismodule(obj) and text else None
    if inspect.isclass(obj):
        pattern = re.compile(r'^\s*class\s*%s\b' % getattr(obj, '__name__', '-'))
        for at, line in enumerate(lines):
            if pattern.match(line):
                lineno = at
                break
    if inspect.isfunction(obj) and text:
        lineno = inspect.unwrap(obj).__code__.co_firstlineno - 1
    if lineno is not None:
        pattern = re.compile(r'(^|.*:)\s*\w*("|\')')
        for at in range(lineno, len(lines)):
            if pattern.match(lines[at]):
                return at
    return None
