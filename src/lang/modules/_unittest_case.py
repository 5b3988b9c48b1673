# A case of `unittest`: what it asserts, and how it is run.

import sys as _sys

class SkipTest(Exception):
    __module__ = 'unittest.case'

def _identity(item):
    return item

def skip(reason):
    def mark(item):
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item
    if callable(reason):
        item, reason = reason, ''
        return mark(item)
    return mark

def skipIf(condition, reason):
    return skip(reason) if condition else _identity

def skipUnless(condition, reason):
    return _identity if condition else skip(reason)

def expectedFailure(test_item):
    test_item.__unittest_expecting_failure__ = True
    return test_item

class _Raises:
    # The name of what is called within, where the case itself calls it.
    _called = None

    def __init__(self, case, expected, pattern=None, msg=None):
        self._case = case
        self._expected = expected
        self._pattern = pattern
        self._msg = msg

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if kind is None:
            expected = self._expected
            names = expected.__name__ if isinstance(expected, type) else str(expected)
            by = '' if self._called is None else f' by {self._called}'
            self._case.fail(self._case._formatMessage(self._msg, f'{names} not raised{by}'))
        if not issubclass(kind, self._expected):
            return False
        self.exception = value.with_traceback(None)
        if self._pattern is not None:
            import re
            if not re.search(self._pattern, str(value)):
                pattern = self._pattern if isinstance(self._pattern, str) else self._pattern.pattern
                self._case.fail(self._case._formatMessage(self._msg, f'"{pattern}" does not match "{value}"'))
        return True

class _Warns:
    def __init__(self, case, expected, pattern=None, msg=None):
        self._case, self._expected, self._pattern, self._msg = case, expected, pattern, msg

    def __enter__(self):
        import warnings
        self._catching = warnings.catch_warnings(record=True)
        self.warnings = self._catching.__enter__()
        warnings.simplefilter('always')
        return self

    def __exit__(self, kind, value, traceback):
        import re
        self._catching.__exit__(kind, value, traceback)
        if kind is not None:
            return
        for found in self.warnings:
            if issubclass(found.category, self._expected) and re.search(self._pattern or '', str(found.message)):
                self.warning, self.filename, self.lineno = found.message, found.filename, found.lineno
                return
        self._case.fail(self._case._formatMessage(self._msg, f'{self._expected.__name__} not triggered'))

class _Logs:
    def __init__(self, case, logger, level):
        import logging
        self._case = case
        self._logger = logger if isinstance(logger, logging.Logger) else logging.getLogger(logger)
        self._level = logging.INFO if level is None else level if isinstance(level, int) else logging.getLevelName(level)

    def __enter__(self):
        import logging
        self.records, self.output = [], []
        told = self
        class Catching(logging.Handler):
            def emit(self, record):
                told.records.append(record)
                told.output.append(f'{record.levelname}:{record.name}:{record.getMessage()}')
        logger = self._logger
        self._before = logger.handlers, logger.level, logger.propagate
        logger.handlers, logger.propagate = [Catching()], False
        logger.setLevel(self._level)
        return self

    def __exit__(self, kind, value, traceback):
        import logging
        logger = self._logger
        logger.handlers, level, logger.propagate = self._before
        logger.setLevel(level)
        if kind is None and not self.records:
            name = logging.getLevelName(self._level)
            self._case.fail(f'no logs of level {name} or higher triggered on {logger.name}')

class _SubTest:
    def __init__(self, case, message, parameters):
        self._case = case
        self._message = message
        self._parameters = parameters

    def __str__(self):
        parts = [] if self._message is None else [f'[{self._message}]']
        if self._parameters:
            parts.append('(' + ', '.join([f'{name}={value!r}' for name, value in self._parameters.items()]) + ')')
        return f"{self._case} {' '.join(parts) or '(<subtest>)'}"

    def shortDescription(self):
        return self._case.shortDescription()

    def __enter__(self):
        pass

    def __exit__(self, kind, value, traceback):
        result = self._case._result
        if kind is None:
            result.addSubTest(self._case, self, None)
            return False
        if not issubclass(kind, Exception) or issubclass(kind, SkipTest):
            return False
        self._case._subtest_failed = True
        result.addSubTest(self._case, self, (kind, value, traceback))
        return True

class TestCase:
    failureException = AssertionError
    longMessage = True
    maxDiff = 640
    _class_cleanups = []

    def __init__(self, methodName='runTest'):
        self._testMethodName = methodName
        self._cleanups = []
        self._kinds = {}

    def __str__(self):
        kind = type(self)
        return f'{self._testMethodName} ({kind.__module__}.{kind.__qualname__}.{self._testMethodName})'

    def __repr__(self):
        kind = type(self)
        return f'<{kind.__module__}.{kind.__qualname__} testMethod={self._testMethodName}>'

    def __eq__(self, other):
        return type(self) is type(other) and self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def id(self):
        kind = type(self)
        return f'{kind.__module__}.{kind.__qualname__}.{self._testMethodName}'

    def countTestCases(self):
        return 1

    def shortDescription(self):
        doc = getattr(self, self._testMethodName).__doc__
        return doc.strip().split('\n')[0].strip() if doc else None

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        value = cm.__enter__()
        self.addCleanup(cm.__exit__, None, None, None)
        return value

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups = cls._class_cleanups + [(function, args, kwargs)]

    @classmethod
    def doClassCleanups(cls):
        cls.tearDown_exceptions = []
        while cls._class_cleanups:
            *cls._class_cleanups, (function, args, kwargs) = cls._class_cleanups
            try:
                function(*args, **kwargs)
            except Exception:
                cls.tearDown_exceptions.append(_sys.exc_info())

    def skipTest(self, reason):
        raise SkipTest(reason)

    def subTest(self, msg=None, **params):
        return _SubTest(self, msg, params)

    def run(self, result):
        method = getattr(self, self._testMethodName)
        result.startTest(self)
        for item in (type(self), method):
            if getattr(item, '__unittest_skip__', False):
                result.addSkip(self, item.__unittest_skip_why__)
                result.stopTest(self)
                return result
        self._result = result
        self._subtest_failed = False
        self._expects_failure = any([getattr(item, '__unittest_expecting_failure__', False) for item in (type(self), method)])
        self._told = None
        self._run_parts(method)
        self.doCleanups()
        self._end_parts()
        if self._told is None and not self._subtest_failed:
            if self._expects_failure:
                result.addUnexpectedSuccess(self)
            else:
                result.addSuccess(self)
        result.stopTest(self)
        return result

    __call__ = run

    def doCleanups(self):
        succeeded = True
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            if not self._part(lambda: self._call(function, *args, **kwargs)):
                succeeded = False
        return succeeded

    def _call(self, function, *args, **kwargs):
        return function(*args, **kwargs)

    def _end_parts(self):
        pass

    def _run_parts(self, method):
        if self._part(lambda: self._call(self.setUp)):
            self._part(lambda: self._call(method))
            self._part(lambda: self._call(self.tearDown))

    def _part(self, function):
        try:
            function()
            return True
        except KeyboardInterrupt:
            raise
        except SkipTest as reason:
            self._told = 'skip'
            self._result.addSkip(self, str(reason))
        except BaseException as problem:
            found = type(problem), problem, problem.__traceback__
            if self._expects_failure:
                self._result.addExpectedFailure(self, found)
            elif isinstance(problem, self.failureException):
                self._result.addFailure(self, found)
            else:
                self._result.addError(self, found)
            self._told = 'problem'
        return False

    def debug(self):
        self.setUp()
        getattr(self, self._testMethodName)()
        self.tearDown()

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        return standardMsg if msg is None else f'{standardMsg} : {msg}'

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _check(self, holds, msg, standard):
        if not holds:
            raise self.failureException(self._formatMessage(msg, standard))

    def assertTrue(self, expr, msg=None):
        self._check(expr, msg, f'{expr!r} is not true')

    def assertFalse(self, expr, msg=None):
        self._check(not expr, msg, f'{expr!r} is not false')

    def addTypeEqualityFunc(self, typeobj, function):
        self._kinds[typeobj] = function

    def assertEqual(self, first, second, msg=None):
        if type(first) is type(second) and type(first) in self._kinds:
            self._kinds[type(first)](first, second, msg=msg)
            return
        if first == second:
            return
        from _unittest_differences import both_shown, more_about
        standard = '%s != %s' % both_shown(first, second)
        if type(first) is type(second):
            standard = more_about(first, second, standard, self.maxDiff)
        raise self.failureException(self._formatMessage(msg, standard))

    assertListEqual = assertTupleEqual = assertSetEqual = assertDictEqual = assertMultiLineEqual = assertEqual

    def assertSequenceEqual(self, first, second, msg=None, seq_type=None):
        self.assertEqual(list(first), list(second), msg)

    def assertNotEqual(self, first, second, msg=None):
        self._check(first != second, msg, f'{first!r} == {second!r}')

    def assertIs(self, expr1, expr2, msg=None):
        self._check(expr1 is expr2, msg, f'{expr1!r} is not {expr2!r}')

    def assertIsNot(self, expr1, expr2, msg=None):
        self._check(expr1 is not expr2, msg, f'unexpectedly identical: {expr1!r}')

    def assertIsNone(self, obj, msg=None):
        self._check(obj is None, msg, f'{obj!r} is not None')

    def assertIsNotNone(self, obj, msg=None):
        self._check(obj is not None, msg, 'unexpectedly None')

    def assertIn(self, member, container, msg=None):
        self._check(member in container, msg, f'{member!r} not found in {container!r}')

    def assertNotIn(self, member, container, msg=None):
        self._check(member not in container, msg, f'{member!r} unexpectedly found in {container!r}')

    def assertIsInstance(self, obj, cls, msg=None):
        self._check(isinstance(obj, cls), msg, f'{obj!r} is not an instance of {cls!r}')

    def assertNotIsInstance(self, obj, cls, msg=None):
        self._check(not isinstance(obj, cls), msg, f'{obj!r} is an instance of {cls!r}')

    def assertGreater(self, a, b, msg=None):
        self._check(a > b, msg, f'{a!r} not greater than {b!r}')

    def assertGreaterEqual(self, a, b, msg=None):
        self._check(a >= b, msg, f'{a!r} not greater than or equal to {b!r}')

    def assertLess(self, a, b, msg=None):
        self._check(a < b, msg, f'{a!r} not less than {b!r}')

    def assertLessEqual(self, a, b, msg=None):
        self._check(a <= b, msg, f'{a!r} not less than or equal to {b!r}')

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        difference = abs(first - second)
        if delta is not None:
            self._check(difference <= delta, msg, f'{first!r} != {second!r} within {delta!r} delta ({difference!r} difference)')
        else:
            places = 7 if places is None else places
            self._check(round(difference, places) == 0, msg,
                        f'{first!r} != {second!r} within {places!r} places ({difference!r} difference)')

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if delta is not None:
            difference = abs(first - second)
            self._check(first != second and difference > delta, msg,
                        f'{first!r} == {second!r} within {delta!r} delta ({difference!r} difference)')
        else:
            places = 7 if places is None else places
            self._check(first != second and round(abs(first - second), places) != 0, msg,
                        f'{first!r} == {second!r} within {places!r} places')

    def assertRegex(self, text, expected_regex, msg=None):
        import re
        pattern = re.compile(expected_regex)
        self._check(pattern.search(text), msg, f"Regex didn't match: {pattern.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        import re
        found = re.search(unexpected_regex, text)
        if found:
            pattern = re.compile(unexpected_regex).pattern
            self.fail(self._formatMessage(msg, f'Regex matched: {found[0]!r} matches {pattern!r} in {text!r}'))

    def assertCountEqual(self, first, second, msg=None):
        first, second = list(first), list(second)
        rest, lacking = list(second), []
        for item in first:
            if item in rest:
                rest.remove(item)
            else:
                lacking.append(item)
        if lacking or rest:
            lines, told = ['Element counts were not equal:'], []
            for item in lacking + rest:
                if item not in told:
                    told.append(item)
                    lines.append(f'First has {first.count(item)}, Second has {second.count(item)}:  {item!r}')
            self.fail(self._formatMessage(msg, '\n'.join(lines)))

    def assertRaises(self, expected_exception, *args, **kwargs):
        return self._raising(_Raises(self, expected_exception, None, kwargs.pop('msg', None) if not args else None), args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        catching = _Raises(self, expected_exception, expected_regex, kwargs.pop('msg', None) if not args else None)
        return self._raising(catching, args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return self._raising(_Warns(self, expected_warning), args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return self._raising(_Warns(self, expected_warning, expected_regex), args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return _Logs(self, logger, level)

    def _raising(self, catching, args, kwargs):
        if not args:
            return catching
        function, *args = args
        catching._called = getattr(function, '__name__', str(function))
        with catching:
            function(*args, **kwargs)

class FunctionTestCase(TestCase):
    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        TestCase.__init__(self, 'runTest')
        self.runTest = testFunc
        self.setUp = setUp or (lambda: None)
        self.tearDown = tearDown or (lambda: None)

class IsolatedAsyncioTestCase(TestCase):
    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        value = await cm.__aenter__()
        self.addAsyncCleanup(cm.__aexit__, None, None, None)
        return value

    def _call(self, function, *args, **kwargs):
        result = function(*args, **kwargs)
        if hasattr(result, '__await__'):
            return self._runner.run(_awaiting(result))
        return result

    def _run_parts(self, method):
        import asyncio
        self._runner = asyncio.Runner(debug=False)
        self._runner.get_loop()
        if self._part(lambda: self._call(self.setUp)) and self._part(lambda: self._call(self.asyncSetUp)):
            self._part(lambda: self._call(method))
            self._part(lambda: self._call(self.asyncTearDown))
            self._part(lambda: self._call(self.tearDown))

    def _end_parts(self):
        self._runner.close()

async def _awaiting(result):
    return await result
