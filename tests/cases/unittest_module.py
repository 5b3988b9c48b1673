import asyncio
import io
import re
import unittest
from unittest import mock

class Arithmetic(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print('class begins')
        cls.shared = [1, 2, 3]

    @classmethod
    def tearDownClass(cls):
        print('class ends')

    def setUp(self):
        self.value = 5
        self.addCleanup(lambda: self.value == 5 or print('changed', self.value))

    def test_right(self):
        self.assertEqual(self.value, 5)
        self.assertTrue(self.shared)
        self.assertFalse([])
        self.assertIn(2, self.shared)
        self.assertIsNone(None)
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        self.assertIsInstance(5, int)
        self.assertGreater(2, 1)
        self.assertRegex('hello', 'l+')
        self.assertCountEqual([1, 2, 2], [2, 1, 2])
        self.assertListEqual([1], [1])
        self.assertDictEqual({'a': 1}, {'a': 1})
        with self.assertRaises(ZeroDivisionError) as caught:
            1 / 0
        self.assertEqual(str(caught.exception), 'division by zero')
        with self.assertRaisesRegex(ValueError, 'invalid literal'):
            int('x')
        self.assertRaises(KeyError, {}.__getitem__, 1)

    def test_wrong(self):
        """What is wrong."""
        self.assertEqual(self.value, 6, 'numbers')

    def test_error(self):
        self.value = 6
        raise KeyError('gone')

    @unittest.skip('not today')
    def test_skipped(self):
        pass

    @unittest.skipIf(False, 'never')
    def test_kept(self):
        pass

    @unittest.expectedFailure
    def test_expected(self):
        self.assertEqual(1, 2)

    def test_parts(self):
        for i in range(4):
            with self.subTest('part', i=i):
                self.assertEqual(i % 2, 0)

    def test_skips(self):
        self.skipTest('in the middle')

class Waiting(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.queue = asyncio.Queue()

    async def test_queue(self):
        await self.queue.put(1)
        self.assertEqual(await self.queue.get(), 1)

    async def test_timeout(self):
        with self.assertRaises(TimeoutError):
            await asyncio.wait_for(self.queue.get(), 0.001)

def told(text):
    text = re.sub(r'in \d+\.\d+s', 'in 0.000s', re.sub(r'File ".*", line', 'File "x", line', text))
    # The caret lines are those of 3.11; frames of the module itself are none of the program.
    return '\n'.join(line.rstrip() for line in text.split('\n') if line.strip(' ^') or not line)

def run(kind, verbosity):
    out = io.StringIO()
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(kind)
    result = unittest.TextTestRunner(stream=out, verbosity=verbosity).run(suite)
    print(told(out.getvalue()).replace('\n\n', '\n'))
    print(result, result.wasSuccessful(), suite.countTestCases())

run(Arithmetic, 1)
run(Arithmetic, 2)
run(Waiting, 2)

def failed(check, *given):
    try:
        check(*given)
    except AssertionError as error:
        print(str(error).split('\n\n- ')[0].replace('\n\n', '\n'))

case = unittest.TestCase()
failed(case.assertEqual, [1, 2], [1, 3])
failed(case.assertEqual, (1, 2), (1, 2, 3))
failed(case.assertEqual, {1, 2}, {2, 3})
failed(case.assertEqual, 1, '1')
failed(case.assertIn, 1, [])
failed(case.assertIs, 1, None)
failed(case.assertTrue, 0, 'why')
failed(case.assertLess, 2, 1)
failed(case.assertAlmostEqual, 1.0, 1.1)
failed(case.assertCountEqual, [1, 1], [1])
failed(case.assertRegex, 'abc', 'x')
failed(case.assertRaises, ValueError, int, '1')
failed(case.assertIsInstance, 1, str)

class Service:
    def fetch(self, key):
        return 'real ' + key

def use(service):
    return service.fetch('a') + service.fetch(key='b')

fake = mock.Mock()
fake.fetch.side_effect = ['x', 'y']
print(use(fake), fake.fetch.call_count, fake.fetch.call_args_list, fake.mock_calls)
fake.fetch.assert_any_call('a')
failed(fake.fetch.assert_called_with, 'z')
failed(fake.fetch.assert_called_once)
failed(fake.other.assert_called)
fake.fetch.assert_called_with(key='b')
with mock.patch.object(Service, 'fetch', return_value='patched') as patched:
    print(use(Service()), patched.called, patched.call_args)
print(Service().fetch('again'))
magic = mock.MagicMock()
magic.__len__.return_value = 3
magic.__getitem__.return_value = 'item'
print(len(magic), magic['k'], list(magic), bool(magic), magic.a.b.c() is magic.a.b.c.return_value)
with magic as entered:
    print(entered is magic.__enter__.return_value)
limited = mock.Mock(spec=Service)
print(hasattr(limited, 'fetch'), hasattr(limited, 'nothing'))
values = {'a': 1}
with mock.patch.dict(values, {'b': 2}):
    print(values)
print(values)

@mock.patch('__main__.use', return_value=7)
def decorated(fake_use):
    print(use(1), fake_use.call_args)
decorated()

async def awaits():
    waited = mock.AsyncMock(return_value=4)
    print(await waited(1), waited.await_count)
    waited.assert_awaited_once_with(1)
asyncio.run(awaits())
# expect:
# class begins
# changed 6
# class ends
# Ex.FF.ssF
# ======================================================================
# ERROR: test_error (__main__.Arithmetic.test_error)
# ----------------------------------------------------------------------
# Traceback (most recent call last):
#   File "x", line 47, in test_error
#     raise KeyError('gone')
# KeyError: 'gone'
# ======================================================================
# FAIL: test_parts (__main__.Arithmetic.test_parts) [part] (i=1)
# ----------------------------------------------------------------------
# Traceback (most recent call last):
#   File "x", line 64, in test_parts
#     self.assertEqual(i % 2, 0)
# AssertionError: 1 != 0
# ======================================================================
# FAIL: test_parts (__main__.Arithmetic.test_parts) [part] (i=3)
# ----------------------------------------------------------------------
# Traceback (most recent call last):
#   File "x", line 64, in test_parts
#     self.assertEqual(i % 2, 0)
# AssertionError: 1 != 0
# ======================================================================
# FAIL: test_wrong (__main__.Arithmetic.test_wrong)
# What is wrong.
# ----------------------------------------------------------------------
# Traceback (most recent call last):
#   File "x", line 43, in test_wrong
#     self.assertEqual(self.value, 6, 'numbers')
# AssertionError: 5 != 6 : numbers
# ----------------------------------------------------------------------
# Ran 8 tests in 0.000s
# FAILED (failures=3, errors=1, skipped=2, expected failures=1)
#
# <unittest.runner.TextTestResult run=8 errors=1 failures=3> False 8
# class begins
# changed 6
# class ends
# test_error (__main__.Arithmetic.test_error) ... ERROR
# test_expected (__main__.Arithmetic.test_expected) ... expected failure
# test_kept (__main__.Arithmetic.test_kept) ... ok
# test_parts (__main__.Arithmetic.test_parts) ...
#   test_parts (__main__.Arithmetic.test_parts) [part] (i=1) ... FAIL
#   test_parts (__main__.Arithmetic.test_parts) [part] (i=3) ... FAIL
# test_right (__main__.Arithmetic.test_right) ... ok
# test_skipped (__main__.Arithmetic.test_skipped) ... skipped 'not today'
# test_skips (__main__.Arithmetic.test_skips) ... skipped 'in the middle'
# test_wrong (__main__.Arithmetic.test_wrong)
# What is wrong. ... FAIL
# ======================================================================
# ERROR: test_error (__main__.Arithmetic.test_error)
# ----------------------------------------------------------------------
# Traceback (most recent call last):
#   File "x", line 47, in test_error
#     raise KeyError('gone')
# KeyError: 'gone'
# ======================================================================
# FAIL: test_parts (__main__.Arithmetic.test_parts) [part] (i=1)
# ----------------------------------------------------------------------
# Traceback (most recent call last):
#   File "x", line 64, in test_parts
#     self.assertEqual(i % 2, 0)
# AssertionError: 1 != 0
# ======================================================================
# FAIL: test_parts (__main__.Arithmetic.test_parts) [part] (i=3)
# ----------------------------------------------------------------------
# Traceback (most recent call last):
#   File "x", line 64, in test_parts
#     self.assertEqual(i % 2, 0)
# AssertionError: 1 != 0
# ======================================================================
# FAIL: test_wrong (__main__.Arithmetic.test_wrong)
# What is wrong.
# ----------------------------------------------------------------------
# Traceback (most recent call last):
#   File "x", line 43, in test_wrong
#     self.assertEqual(self.value, 6, 'numbers')
# AssertionError: 5 != 6 : numbers
# ----------------------------------------------------------------------
# Ran 8 tests in 0.000s
# FAILED (failures=3, errors=1, skipped=2, expected failures=1)
#
# <unittest.runner.TextTestResult run=8 errors=1 failures=3> False 8
# test_queue (__main__.Waiting.test_queue) ... ok
# test_timeout (__main__.Waiting.test_timeout) ... ok
# ----------------------------------------------------------------------
# Ran 2 tests in 0.000s
# OK
#
# <unittest.runner.TextTestResult run=2 errors=0 failures=0> True 2
# Lists differ: [1, 2] != [1, 3]
# First differing element 1:
# 2
# 3
# Tuples differ: (1, 2) != (1, 2, 3)
# Second tuple contains 1 additional elements.
# First extra element 2:
# 3
# Items in the first set but not the second:
# 1
# Items in the second set but not the first:
# 3
# 1 != '1'
# 1 not found in []
# 1 is not None
# 0 is not true : why
# 2 not less than 1
# 1.0 != 1.1 within 7 places (0.10000000000000009 difference)
# Element counts were not equal:
# First has 2, Second has 1:  1
# Regex didn't match: 'x' not found in 'abc'
# ValueError not raised by int
# 1 is not an instance of <class 'str'>
# xy 2 [call('a'), call(key='b')] [call.fetch('a'), call.fetch(key='b')]
# expected call not found.
# Expected: fetch('z')
#   Actual: fetch(key='b')
# Expected 'fetch' to have been called once. Called 2 times.
# Calls: [call('a'), call(key='b')].
# Expected 'other' to have been called.
# patchedpatched True call(key='b')
# real again
# 3 item [] True True
# True
# True False
# {'a': 1, 'b': 2}
# {'a': 1}
# 7 call(1)
# 4 1
