"""What a program puts in the place of builtins is found wherever the program names them."""
import builtins
import io
import unittest
from unittest import mock
from unittest.mock import mock_open, patch


def show(*args):
    print('shown', *args)


def lengths(texts):
    total = 0
    for text in texts:
        total += len(text)
    return total


with patch('builtins.print') as printed:
    show(1)
    print('two', end='')
print(printed.call_args_list, printed.call_count)
printed.assert_called_with('two', end='')

with patch('builtins.open', mock_open(read_data='a\nb\n')) as opened:
    with open('none.txt') as file:
        print(file.read())
    with open('none.txt') as file:
        print([line for line in file])
    with open('out.txt', 'w') as file:
        file.write('text')
opened.assert_called_with('out.txt', 'w')
opened().write.assert_called_once_with('text')
print(opened.call_args_list[0], open.__name__)
try:
    open('none.txt')
except FileNotFoundError as error:
    print(error)

with patch('builtins.input', side_effect=['x', 'y']):
    print(input('? '), input())
with patch('builtins.input', return_value='Ann') as asked:
    print('Hello', input('name? '))
    asked.assert_called_once_with('name? ')


print(builtins.IOError is OSError, builtins.__import__('json').__name__)

# A loop that turns often finds another function from then on.
texts = ['abc'] * 3000
print(lengths(texts))
before = builtins.len
builtins.len = lambda text: 1
print(lengths(texts), len('abcdef'))
builtins.len = before
print(lengths(texts), len is before, builtins.len is before, len([1, 2]))
builtins.len = max
print(lengths([[1, 2]] * 10), len([5, 7]))
builtins.len = before
print(lengths(texts))

# What is new is known everywhere, too, and is no global variable.
builtins._ = str.upper
print(_('text'), '_' in globals(), hasattr(builtins, '_'))
exec("print(_('by exec'))", {})
del builtins._
try:
    _('text')
except NameError as error:
    print(error)


class Shouting:
    def __call__(self, *args):
        sys_stdout.write(' '.join(str(arg).upper() for arg in args) + '\n')


import sys
sys_stdout = sys.stdout
own = print
builtins.print = Shouting()
print('loud', 1)
show('too')
print = own
print('a global hides it')
show('again')
del print
print('loud again')
builtins.print = own
print('quiet')

builtins.sum, kept = min, sum
print(sum([3, 1, 2]), list(map(sum, [[2, 1]])))
builtins.sum = kept
print(sum([3, 1, 2]))

del builtins.abs
try:
    abs(-1)
except NameError as error:
    print(error)
try:
    builtins.abs
except AttributeError as error:
    print(error)
builtins.abs = lambda x: 'mine'
print(abs(-1))


class Tests(unittest.TestCase):
    @patch('builtins.print')
    def test_print(self, printed):
        show('hidden')
        printed.assert_called_once_with('shown', 'hidden')

    @mock.patch('builtins.open', new_callable=mock_open, read_data='data')
    def test_open(self, opened):
        self.assertEqual(open('file').read(), 'data')
        opened.assert_called_once_with('file')

    def test_output(self):
        with patch('sys.stdout', new_callable=io.StringIO) as out:
            show('kept')
        self.assertEqual(out.getvalue(), 'shown kept\n')

    def test_start(self):
        patcher = patch('builtins.input', return_value='42')
        patcher.start()
        self.addCleanup(patcher.stop)
        self.assertEqual(int(input()), 42)

    def test_object(self):
        with patch.object(builtins, 'print') as printed:
            show()
        printed.assert_called_once()


result = unittest.TextTestRunner(stream=io.StringIO()).run(unittest.defaultTestLoader.loadTestsFromTestCase(Tests))
print(result.testsRun, result.wasSuccessful())
# expect:
# [call('shown', 1), call('two', end='')] 2
# a
# b
#
# ['a\n', 'b\n']
# call('none.txt') open
# [Errno 2] No such file or directory: 'none.txt'
# x y
# Hello Ann
# True json
# 9000
# 3000 1
# 9000 True True 2
# 20 7
# 9000
# TEXT False True
# BY EXEC
# name '_' is not defined
# LOUD 1
# SHOWN TOO
# a global hides it
# shown again
# LOUD AGAIN
# quiet
# 1 [1]
# 6
# name 'abs' is not defined
# module 'builtins' has no attribute 'abs'
# mine
# 5 True
