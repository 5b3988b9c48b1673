# Examples in docstrings: found, executed as a prompt would, and compared with what stands below them.

__all__ = [
    'BLANKLINE_MARKER', 'COMPARISON_FLAGS', 'DONT_ACCEPT_BLANKLINE', 'DONT_ACCEPT_TRUE_FOR_1', 'DocTest', 'DocTestFinder',
    'DocTestParser', 'DocTestRunner', 'ELLIPSIS', 'ELLIPSIS_MARKER', 'Example', 'FAIL_FAST', 'IGNORE_EXCEPTION_DETAIL',
    'NORMALIZE_WHITESPACE', 'OutputChecker', 'REPORT_NDIFF', 'SKIP', 'TestResults', 'register_optionflag',
    'run_docstring_examples', 'testfile', 'testmod',
]

import difflib, inspect, io, os, re, sys, traceback
from collections import namedtuple
from _doctest_found import DocTest, DocTestFinder, DocTestParser, Example
from _doctest_found import COMPARISON_FLAGS, DONT_ACCEPT_BLANKLINE, DONT_ACCEPT_TRUE_FOR_1, ELLIPSIS, FAIL_FAST
from _doctest_found import IGNORE_EXCEPTION_DETAIL, NORMALIZE_WHITESPACE, REPORT_NDIFF, SKIP, register_optionflag

BLANKLINE_MARKER = '<BLANKLINE>'
ELLIPSIS_MARKER = '...'

TestResults = namedtuple('TestResults', 'failed attempted')

_LINE = '*' * 70
def _indented(text):
    return ''.join(['    ' + line for line in text.splitlines(True)])

# Whether dots stand for what was printed between the pieces.
def _ellipsis_fits(want, got):
    if ELLIPSIS_MARKER not in want:
        return want == got
    pieces = want.split(ELLIPSIS_MARKER)
    first, *between, last = pieces
    if not got.startswith(first) or not got.endswith(last) or len(first) + len(last) > len(got):
        return False
    at, end = len(first), len(got) - len(last)
    for piece in between:
        at = got.find(piece, at, end)
        if at < 0:
            return False
        at += len(piece)
    return True

class OutputChecker:
    def check_output(self, want, got, optionflags):
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (('True\n', '1\n'), ('False\n', '0\n')):
            return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(r'(?m)^%s\s*?$' % re.escape(BLANKLINE_MARKER), '', want)
            got = re.sub(r'(?m)^[^\S\n]+$', '', got)
            if got == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            got, want = ' '.join(got.split()), ' '.join(want.split())
            if got == want:
                return True
        return bool(optionflags & ELLIPSIS) and _ellipsis_fits(want, got)

    def output_difference(self, example, got, optionflags):
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = re.sub('(?m)^[ ]*(?=\n)', BLANKLINE_MARKER, got)
        if optionflags & REPORT_NDIFF and want.count('\n') > 2 and got.count('\n') > 2:
            lines = difflib.ndiff(want.splitlines(True), got.splitlines(True))
            return 'Differences (ndiff with -expected +actual):\n' + _indented(''.join(lines))
        if want and got:
            return f'Expected:\n{_indented(want)}Got:\n{_indented(got)}'
        if want:
            return f'Expected:\n{_indented(want)}Got nothing\n'
        return f'Expected nothing\nGot:\n{_indented(got)}' if got else 'Expected nothing\nGot nothing\n'

class DocTestRunner:
    DIVIDER = _LINE

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = '-v' in sys.argv if verbose is None else verbose
        self.optionflags = self.original_optionflags = optionflags
        self.tries = self.failures = 0
        self._name2ft = {}
        self.test = None

    def report_start(self, out, test, example):
        if self._verbose:
            expecting = f'Expecting:\n{_indented(example.want)}' if example.want else 'Expecting nothing\n'
            out(f'Trying:\n{_indented(example.source)}{expecting}')

    def report_success(self, out, test, example, got):
        if self._verbose:
            out('ok\n')

    def report_failure(self, out, test, example, got):
        out(self._head(test, example) + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        told = ''.join(traceback.format_exception(*exc_info))
        out(self._head(test, example) + 'Exception raised:\n' + _indented(told))

    def _head(self, test, example):
        if test.filename:
            lineno = '?' if test.lineno is None else test.lineno + example.lineno + 1
            place = f'File "{test.filename}", line {lineno}, in {test.name}'
        else:
            place = f'Line {example.lineno + 1}, in {test.name}'
        return f'{self.DIVIDER}\n{place}\nFailed example:\n{_indented(example.source)}'

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        self.test = test
        printed, stdout = io.StringIO(), sys.stdout
        out = out or stdout.write
        sys.stdout = printed
        try:
            return self._run(test, printed, out)
        finally:
            sys.stdout = stdout
            if clear_globs:
                test.globs.clear()

    def _run(self, test, printed, out):
        failures = tries = 0
        for number, example in enumerate(test.examples):
            quiet = self.optionflags & FAIL_FAST and failures
            self.optionflags = self.original_optionflags
            for flag, is_on in example.options.items():
                self.optionflags = self.optionflags | flag if is_on else self.optionflags & ~flag
            if self.optionflags & SKIP:
                continue
            if quiet:
                break
            tries += 1
            self.report_start(out, test, example)
            failures += not self._passes(test, example, number, printed, out)
        self.optionflags = self.original_optionflags
        failed, tried = self._name2ft.get(test.name, (0, 0))
        self._name2ft[test.name] = failures + failed, tries + tried
        self.failures += failures
        self.tries += tries
        return TestResults(failures, tries)

    def _passes(self, test, example, number, printed, out):
        raised = None
        try:
            exec(compile(example.source, f'<doctest {test.name}[{number}]>', 'single'), test.globs)
        except KeyboardInterrupt:
            raise
        except BaseException:
            raised = sys.exc_info()
        got = printed.getvalue()
        printed.seek(0)
        printed.truncate()
        check = self._checker.check_output
        if raised is None:
            passes = check(example.want, got, self.optionflags)
        else:
            told = traceback.format_exception_only(*raised[:2])[-1]
            got += ''.join(traceback.format_exception(*raised))
            if example.exc_msg is None:
                self.report_unexpected_exception(out, test, example, raised)
                return False
            passes = check(example.exc_msg, told, self.optionflags)
            if not passes and self.optionflags & IGNORE_EXCEPTION_DETAIL:
                passes = _kind_of(example.exc_msg) == _kind_of(told)
        if passes:
            self.report_success(out, test, example, got)
        else:
            self.report_failure(out, test, example, got)
        return passes

    def summarize(self, verbose=None):
        verbose = self._verbose if verbose is None else verbose
        counts = sorted(self._name2ft.items())
        empty = [name for name, (_, tried) in counts if not tried]
        passed = [(name, tried) for name, (failed, tried) in counts if tried and not failed]
        failed = [(name, failed, tried) for name, (failed, tried) in counts if failed]
        tries, failures = sum([tried for _, (_, tried) in counts]), sum([one[1] for one in failed])
        if verbose:
            if empty:
                print(len(empty), 'items had no tests:')
                for name in empty:
                    print(f'    {name}')
            if passed:
                print(len(passed), 'items passed all tests:')
                for name, tried in passed:
                    print(f' {tried:3d} tests in {name}')
        if failed:
            print(self.DIVIDER)
            print(len(failed), 'items had failures:')
            for name, fail, tried in failed:
                print(f' {fail:3d} of {tried:3d} in {name}')
        if verbose:
            print(tries, 'tests in', len(counts), 'items.')
            print(tries - failures, 'passed and', failures, 'failed.')
        if failures:
            print(f'***Test Failed*** {failures} failures.')
        elif verbose:
            print('Test passed.')
        return TestResults(failures, tries)

def _kind_of(message):
    return message.partition('\n')[0].partition(':')[0].rpartition('.')[2]

def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None, raise_on_error=False,
            exclude_empty=False):
    m = sys.modules.get('__main__') if m is None else m
    if not inspect.ismodule(m):
        raise TypeError(f'testmod: module required; {m!r}')
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(exclude_empty=exclude_empty).find(m, name or m.__name__, globs=globs, extraglobs=extraglobs):
        runner.run(test)
    if report:
        runner.summarize()
    return TestResults(runner.failures, runner.tries)

def testfile(filename, module_relative=True, name=None, package=None, globs=None, verbose=None, report=True, optionflags=0,
             extraglobs=None, raise_on_error=False, parser=None, encoding='utf-8'):
    if module_relative:
        here = os.path.dirname(getattr(sys.modules['__main__'], '__file__', ''))
        filename = os.path.join(here, filename)
    with open(filename, encoding=encoding) as file:
        text = file.read()
    globs = {'__name__': '__main__', **(globs or {}), **(extraglobs or {})}
    test = (parser or DocTestParser()).get_doctest(text, globs, name or os.path.basename(filename), filename, 0)
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    runner.run(test)
    if report:
        runner.summarize()
    return TestResults(runner.failures, runner.tries)

def run_docstring_examples(f, globs, verbose=False, name='NoName', compileflags=None, optionflags=0):
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(recurse=False).find(f, name, globs=globs):
        runner.run(test, compileflags=compileflags)
