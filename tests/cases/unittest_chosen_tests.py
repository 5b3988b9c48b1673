import io
import re
import unittest
from unittest import mock

class Counter:
    def increase(self, by=1):
        return by

    def twice(self):
        return self.increase(2) + self.increase()

class Single(unittest.TestCase):
    def runTest(self):
        self.assertIs(1, 1)

class Several(unittest.TestCase):
    def test_one(self):
        pass

    def test_two(self):
        self.fail('two')

    @mock.patch.object(Counter, 'increase', autospec=True, return_value=21)
    def test_told_the_object(self, increase):
        counter = Counter()
        self.assertEqual(counter.twice(), 42)
        self.assertEqual(increase.mock_calls, [mock.call(counter, 2), mock.call(counter)])
        increase.assert_called_with(counter)

    @mock.patch.object(Counter, 'increase', return_value=1)
    def test_not_told_the_object(self, increase):
        self.assertEqual(Counter().twice(), 2)
        increase.assert_has_calls([mock.call(2), mock.call()])

class Other(unittest.TestCase):
    def test_left_out(self):
        self.fail('not asked for')

def load_tests(loader, tests, pattern):
    print(tests.countTestCases(), pattern)
    chosen = unittest.TestSuite(loader.loadTestsFromTestCase(kind) for kind in (Several, Single))
    chosen.addTest(Single())
    return chosen

told = io.StringIO()
program = unittest.main(exit=False, argv=['program'], testRunner=unittest.TextTestRunner(stream=told, verbosity=2))
print(re.sub('in [0-9.]+s', 'in some time', re.sub('  File .*', '  File', told.getvalue())))
print(program.result)

# expect:
# 6 None
# test_not_told_the_object (__main__.Several.test_not_told_the_object) ... ok
# test_one (__main__.Several.test_one) ... ok
# test_told_the_object (__main__.Several.test_told_the_object) ... ok
# test_two (__main__.Several.test_two) ... FAIL
# runTest (__main__.Single.runTest) ... ok
# runTest (__main__.Single.runTest) ... ok
#
# ======================================================================
# FAIL: test_two (__main__.Several.test_two)
# ----------------------------------------------------------------------
# Traceback (most recent call last):
#   File
#     self.fail('two')
# AssertionError: two
#
# ----------------------------------------------------------------------
# Ran 6 tests in some time
#
# FAILED (failures=1)
#
# <unittest.runner.TextTestResult run=6 errors=0 failures=1>
