"""A module whose examples are tested.

>>> double(4)
8
>>> double('ab')
'abab'
"""
import contextlib
import doctest
import io


def double(value):
    """Twice that.

    >>> double(2)
    4
    >>> for value in range(3):
    ...     print(double(value))
    0
    2
    4
    >>> double(None)
    Traceback (most recent call last):
        ...
    TypeError: unsupported operand type(s) for *: 'NoneType' and 'int'
    >>> print('a\\n\\nb')
    a
    <BLANKLINE>
    b
    """
    return value * 2


def wrong(value):
    """
    >>> wrong(1)
    3
    >>> wrong(1)  # doctest: +SKIP
    4
    >>> wrong('x')
    >>> x = wrong(5)
    Something
    """
    return value * 2


class Stack:
    """
    >>> stack = Stack()
    >>> stack.push(1)
    >>> stack.items
    [1]
    """

    def __init__(self):
        self.items = []

    def push(self, item):
        """
        >>> stack = Stack(); stack.push('a'); stack.push('b')
        >>> stack.top
        'b'
        >>> print(list(range(30)))  # doctest: +ELLIPSIS, +NORMALIZE_WHITESPACE
        [0,   1, ...,
         29]
        """
        self.items.append(item)

    @property
    def top(self):
        """
        >>> Stack().top
        Traceback (most recent call last):
        IndexError: list index out of range
        """
        return self.items[-1]


def told(text):
    return text.replace(__file__, 'FILE')


class Checker(doctest.OutputChecker):
    def output_difference(self, example, got, optionflags):
        return 'difference: ' + super().output_difference(example, got, optionflags)


if __name__ == '__main__':
    globs = {'double': double, 'Stack': Stack, 'wrong': wrong}
    finder = doctest.DocTestFinder()
    runner = doctest.DocTestRunner(checker=Checker(), verbose=False)
    for found in (double, Stack, wrong):
        for test in finder.find(found, found.__name__, globs=globs):
            print(told(repr(test)))
            print(runner.run(test, out=lambda text: print(told(text), end='')) if 'wrong' != test.name else len(test.examples))
    print(runner.summarize())
    example = doctest.DocTestParser().get_examples('>>> 1 + 1\n2\n\ntext\n  >>> raise ValueError("x")\n  Traceback (most recent call last):\n  ValueError: x\n')
    print([(one.source, one.want, one.exc_msg, one.lineno, one.indent) for one in example])
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        doctest.run_docstring_examples(wrong, {'wrong': wrong})
        print(doctest.testmod())
        doctest.testmod(verbose=True)
    print(told(printed.getvalue()), end='')

# expect:
# <DocTest double from FILE:13 (4 examples)>
# TestResults(failed=0, attempted=4)
# <DocTest Stack from FILE:48 (3 examples)>
# TestResults(failed=0, attempted=3)
# <DocTest Stack.push from FILE:59 (3 examples)>
# TestResults(failed=0, attempted=3)
# <DocTest Stack.top from FILE:None (1 example)>
# TestResults(failed=0, attempted=1)
# <DocTest wrong from FILE:35 (4 examples)>
# 4
# TestResults(failed=0, attempted=11)
# [('1 + 1\n', '2\n', None, 0, 0), ('raise ValueError("x")\n', 'Traceback (most recent call last):\nValueError: x\n', 'ValueError: x\n', 4, 2)]
# **********************************************************************
# File "FILE", line 37, in NoName
# Failed example:
#     wrong(1)
# Expected:
#     3
# Got:
#     2
# **********************************************************************
# File "FILE", line 41, in NoName
# Failed example:
#     wrong('x')
# Expected nothing
# Got:
#     'xx'
# **********************************************************************
# File "FILE", line 42, in NoName
# Failed example:
#     x = wrong(5)
# Expected:
#     Something
# Got nothing
# **********************************************************************
# File "FILE", line 37, in __main__.wrong
# Failed example:
#     wrong(1)
# Expected:
#     3
# Got:
#     2
# **********************************************************************
# File "FILE", line 41, in __main__.wrong
# Failed example:
#     wrong('x')
# Expected nothing
# Got:
#     'xx'
# **********************************************************************
# File "FILE", line 42, in __main__.wrong
# Failed example:
#     x = wrong(5)
# Expected:
#     Something
# Got nothing
# **********************************************************************
# 1 items had failures:
#    3 of   3 in __main__.wrong
# ***Test Failed*** 3 failures.
# TestResults(failed=3, attempted=16)
# Trying:
#     double(4)
# Expecting:
#     8
# ok
# Trying:
#     double('ab')
# Expecting:
#     'abab'
# ok
# Trying:
#     stack = Stack()
# Expecting nothing
# ok
# Trying:
#     stack.push(1)
# Expecting nothing
# ok
# Trying:
#     stack.items
# Expecting:
#     [1]
# ok
# Trying:
#     stack = Stack(); stack.push('a'); stack.push('b')
# Expecting nothing
# ok
# Trying:
#     stack.top
# Expecting:
#     'b'
# ok
# Trying:
#     print(list(range(30)))  # doctest: +ELLIPSIS, +NORMALIZE_WHITESPACE
# Expecting:
#     [0,   1, ...,
#      29]
# ok
# Trying:
#     Stack().top
# Expecting:
#     Traceback (most recent call last):
#     IndexError: list index out of range
# ok
# Trying:
#     double(2)
# Expecting:
#     4
# ok
# Trying:
#     for value in range(3):
#         print(double(value))
# Expecting:
#     0
#     2
#     4
# ok
# Trying:
#     double(None)
# Expecting:
#     Traceback (most recent call last):
#         ...
#     TypeError: unsupported operand type(s) for *: 'NoneType' and 'int'
# ok
# Trying:
#     print('a\n\nb')
# Expecting:
#     a
#     <BLANKLINE>
#     b
# ok
# Trying:
#     wrong(1)
# Expecting:
#     3
# **********************************************************************
# File "FILE", line 37, in __main__.wrong
# Failed example:
#     wrong(1)
# Expected:
#     3
# Got:
#     2
# Trying:
#     wrong('x')
# Expecting nothing
# **********************************************************************
# File "FILE", line 41, in __main__.wrong
# Failed example:
#     wrong('x')
# Expected nothing
# Got:
#     'xx'
# Trying:
#     x = wrong(5)
# Expecting:
#     Something
# **********************************************************************
# File "FILE", line 42, in __main__.wrong
# Failed example:
#     x = wrong(5)
# Expected:
#     Something
# Got nothing
# 4 items had no tests:
#     __main__.Checker
#     __main__.Checker.output_difference
#     __main__.Stack.__init__
#     __main__.told
# 5 items passed all tests:
#    2 tests in __main__
#    3 tests in __main__.Stack
#    3 tests in __main__.Stack.push
#    1 tests in __main__.Stack.top
#    4 tests in __main__.double
# **********************************************************************
# 1 items had failures:
#    3 of   3 in __main__.wrong
# 16 tests in 10 items.
# 13 passed and 3 failed.
# ***Test Failed*** 3 failures.
