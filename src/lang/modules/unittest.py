__all__ = ['FunctionTestCase', 'IsolatedAsyncioTestCase', 'SkipTest', 'TestCase', 'TestLoader', 'TestResult', 'TestSuite',
           'TextTestResult', 'TextTestRunner', 'addModuleCleanup', 'defaultTestLoader', 'doModuleCleanups',
           'enterModuleContext', 'expectedFailure', 'main', 'skip', 'skipIf', 'skipUnless']

import sys as _sys
import time as _time
import traceback as _traceback
from _unittest_case import FunctionTestCase, IsolatedAsyncioTestCase, SkipTest, TestCase, expectedFailure, skip, skipIf, skipUnless
from _unittest_fixtures import Fixtures as _Fixtures, addModuleCleanup, doModuleCleanups, enterModuleContext

class TestResult:
    __module__ = 'unittest.result'

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failures, self.errors, self.skipped = [], [], []
        self.expectedFailures, self.unexpectedSuccesses = [], []
        self.testsRun = 0
        self.shouldStop = self.failfast = False

    def startTest(self, test):
        self.testsRun += 1

    def stopTest(self, test):
        pass

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def stop(self):
        self.shouldStop = True

    def addSuccess(self, test):
        pass

    def addFailure(self, test, err):
        self.failures.append((test, _text_of(test, err)))
        self.shouldStop |= self.failfast

    def addError(self, test, err):
        self.errors.append((test, _text_of(test, err)))
        self.shouldStop |= self.failfast

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, _text_of(test, err)))

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            failed = issubclass(err[0], test.failureException)
            (self.failures if failed else self.errors).append((subtest, _text_of(test, err)))

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def __repr__(self):
        return f'<{type(self).__module__}.{type(self).__qualname__} run={self.testsRun} errors={len(self.errors)} failures={len(self.failures)}>'

def _text_of(test, err):
    return ''.join(_traceback.format_exception(*err))

class TextTestResult(TestResult):
    __module__ = 'unittest.runner'

    def __init__(self, stream, descriptions=True, verbosity=1):
        TestResult.__init__(self)
        self.stream = stream
        self.showAll = verbosity > 1
        self.dots = verbosity == 1
        self._begun = False

    def getDescription(self, test):
        first = test.shortDescription()
        return f'{test}\n{first}' if first else str(test)

    def _write(self, text):
        self.stream.write(text)
        self.stream.flush()

    def startTest(self, test):
        TestResult.startTest(self, test)
        if self.showAll:
            self._write(self.getDescription(test) + ' ... ')
            self._begun = True

    def _tell(self, test, whole, short):
        if self.showAll:
            self._write((whole if self._begun else f'{self.getDescription(test)} ... {whole}') + '\n')
            self._begun = False
        elif self.dots:
            self._write(short)

    def addSuccess(self, test):
        self._tell(test, 'ok', '.')

    def addFailure(self, test, err):
        TestResult.addFailure(self, test, err)
        self._tell(test, 'FAIL', 'F')

    def addError(self, test, err):
        TestResult.addError(self, test, err)
        self._tell(test, 'ERROR', 'E')

    def addSkip(self, test, reason):
        TestResult.addSkip(self, test, reason)
        self._tell(test, f'skipped {reason!r}', 's')

    def addExpectedFailure(self, test, err):
        TestResult.addExpectedFailure(self, test, err)
        self._tell(test, 'expected failure', 'x')

    def addUnexpectedSuccess(self, test):
        TestResult.addUnexpectedSuccess(self, test)
        self._tell(test, 'unexpected success', 'u')

    def addSubTest(self, test, subtest, err):
        TestResult.addSubTest(self, test, subtest, err)
        if err is not None:
            failed = issubclass(err[0], test.failureException)
            if self.showAll:
                if self._begun:
                    self._write('\n')
                    self._begun = False
                self._write(f"  {self.getDescription(subtest)} ... {'FAIL' if failed else 'ERROR'}\n")
            elif self.dots:
                self._write('F' if failed else 'E')

    def printErrors(self):
        if self.dots or self.showAll:
            self._write('\n')
        for flavour, found in (('ERROR', self.errors), ('FAIL', self.failures)):
            for test, text in found:
                self._write(f"{'=' * 70}\n{flavour}: {self.getDescription(test)}\n{'-' * 70}\n{text}\n")
        if self.unexpectedSuccesses:
            self._write('=' * 70 + '\n')
            for test in self.unexpectedSuccesses:
                self._write(f'UNEXPECTED SUCCESS: {self.getDescription(test)}\n')

class TestSuite:
    def __init__(self, tests=()):
        self._tests = list(tests)

    def __iter__(self):
        return iter(self._tests)

    def addTest(self, test):
        self._tests.append(test)

    def addTests(self, tests):
        self._tests.extend(tests)

    def countTestCases(self):
        return sum([test.countTestCases() for test in self])

    def run(self, result):
        fixtures = _Fixtures(result)
        for test in list(self._all()):
            if result.shouldStop:
                break
            if fixtures.admit(test):
                test.run(result)
        fixtures.end()
        return result

    __call__ = run

    def _all(self):
        for test in self:
            if isinstance(test, TestSuite):
                yield from test._all()
            else:
                yield test

class TestLoader:
    testMethodPrefix = 'test'

    def getTestCaseNames(self, testCaseClass):
        return sorted([name for name in dir(testCaseClass)
                       if name.startswith(self.testMethodPrefix) and callable(getattr(testCaseClass, name))])

    def loadTestsFromTestCase(self, testCaseClass):
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, 'runTest'):
            names = ['runTest']
        return TestSuite([testCaseClass(name) for name in names])

    def loadTestsFromModule(self, module, *, pattern=None):
        kinds = [getattr(module, name) for name in dir(module)]
        cases = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, TestCase)
                 and kind not in (TestCase, FunctionTestCase, IsolatedAsyncioTestCase)]
        tests = TestSuite([self.loadTestsFromTestCase(kind) for kind in cases])
        chosen = getattr(module, 'load_tests', None)
        return tests if chosen is None else chosen(self, tests, pattern)

    def loadTestsFromName(self, name, module=None):
        found, owner = module, None
        for part in name.split('.'):
            owner, found = found, getattr(found, part)
        if isinstance(found, type):
            return self.loadTestsFromTestCase(found)
        return TestSuite([owner(part)])

    def loadTestsFromNames(self, names, module=None):
        return TestSuite([self.loadTestsFromName(name, module) for name in names])

defaultTestLoader = TestLoader()

class TextTestRunner:
    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None, **more):
        self.stream = _sys.stderr if stream is None else stream
        self.verbosity = verbosity
        self.failfast = failfast
        self._result = TextTestResult if resultclass is None else resultclass

    def run(self, test):
        result = self._result(self.stream, True, self.verbosity)
        result.failfast = self.failfast
        begun = _time.perf_counter()
        result.startTestRun()
        test.run(result)
        result.stopTestRun()
        taken = _time.perf_counter() - begun
        result.printErrors()
        count = result.testsRun
        write = self.stream.write
        write(f"{'-' * 70}\nRan {count} test{'' if count == 1 else 's'} in {taken:.3f}s\n\n")
        told = []
        if not result.wasSuccessful():
            told = [f'{name}={len(found)}' for name, found in (('failures', result.failures), ('errors', result.errors)) if found]
        others = (('skipped', result.skipped), ('expected failures', result.expectedFailures),
                  ('unexpected successes', result.unexpectedSuccesses))
        told += [f'{name}={len(found)}' for name, found in others if found]
        write(('OK' if result.wasSuccessful() else 'FAILED') + (f" ({', '.join(told)})" if told else '') + '\n')
        self.stream.flush()
        return result

class TestProgram:
    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader,
                 exit=True, verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None):
        if isinstance(module, str):
            module = __import__(module)
        names = [defaultTest] if isinstance(defaultTest, str) else list(defaultTest or ())
        for argument in (_sys.argv if argv is None else argv)[1:]:
            if argument in ('-v', '--verbose'):
                verbosity = 2
            elif argument in ('-q', '--quiet'):
                verbosity = 0
            elif argument in ('-f', '--failfast'):
                failfast = True
            elif not argument.startswith('-'):
                names.append(argument)
        tests = testLoader.loadTestsFromNames(names, module) if names else testLoader.loadTestsFromModule(module)
        if testRunner is None:
            testRunner = TextTestRunner
        if isinstance(testRunner, type):
            testRunner = testRunner(verbosity=verbosity, failfast=bool(failfast))
        self.result = testRunner.run(tests)
        if exit:
            _sys.exit(not self.result.wasSuccessful())

main = TestProgram
