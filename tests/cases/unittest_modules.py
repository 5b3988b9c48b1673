# What a module and its classes want to do before and after their tests, and what goes wrong in it.
import contextlib
import io
import sys
import types
import unittest


def setUpModule():
    print('module begins')
    unittest.addModuleCleanup(print, 'module cleanup', 1)
    unittest.addModuleCleanup(print, 'module cleanup', 2)


def tearDownModule():
    print('module ends')


class First(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print('class begins')
        cls.addClassCleanup(print, 'class cleanup')

    @classmethod
    def tearDownClass(cls):
        print('class ends')

    def test_one(self):
        print('one')

    def test_two(self):
        print('two')


class FailsFirst(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.addClassCleanup(print, 'cleanup of what failed')
        raise ValueError('class')

    def test_never(self):
        print('never')


class FailsLast(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.addClassCleanup(print, 'still cleaned up')
        cls.addClassCleanup(int, 'x')

    def test_three(self):
        print('three')


def run(*kinds):
    suite = unittest.TestSuite([kind(name) for kind in kinds for name in unittest.defaultTestLoader.getTestCaseNames(kind)])
    result = unittest.TestResult()
    suite.run(result)
    print(result.testsRun, [str(test) for test, _ in result.errors], [(str(test), why) for test, why in result.skipped])
    print([text.splitlines()[-1] for _, text in result.errors])


run(First, FailsFirst, FailsLast)


def setUpModule():
    unittest.enterModuleContext(contextlib.closing(io.StringIO()))
    unittest.addModuleCleanup(print, 'module cleanup')
    raise LookupError('module')


run(First)


def setUpModule():
    raise unittest.SkipTest('not today')


run(First, FailsLast)

# Each module has its own.
other = types.SimpleNamespace()
sys.modules['other'] = other
other.setUpModule = lambda: print('other begins')
other.tearDownModule = lambda: print('other ends')


class Elsewhere(unittest.TestCase):
    def test_four(self):
        print('four')


Elsewhere.__module__ = 'other'
del setUpModule
run(Elsewhere, First)

# expect:
# module begins
# class begins
# one
# two
# class ends
# class cleanup
# cleanup of what failed
# three
# still cleaned up
# module ends
# module cleanup 2
# module cleanup 1
# 3 ['setUpClass (__main__.FailsFirst)', 'tearDownClass (__main__.FailsLast)'] []
# ['ValueError: class', "ValueError: invalid literal for int() with base 10: 'x'"]
# module cleanup
# 0 ['setUpModule (__main__)'] []
# ['LookupError: module']
# 0 [] [('setUpModule (__main__)', 'not today')]
# []
# other begins
# four
# other ends
# class begins
# one
# two
# class ends
# class cleanup
# module ends
# 3 [] []
# []
