# Groups of exceptions: what can be made, split, derived.
def told(make):
    try:
        return repr(make())
    except BaseException as error:
        return f'{type(error).__name__}: {error}'


print(told(lambda: ExceptionGroup()))
print(told(lambda: ExceptionGroup('a')))
print(told(lambda: ExceptionGroup('a', [])))
print(told(lambda: ExceptionGroup('a', 5)))
print(told(lambda: ExceptionGroup(5, [ValueError()])))
print(told(lambda: ExceptionGroup('a', [5])))
print(told(lambda: ExceptionGroup('a', {ValueError()})))
print(told(lambda: ExceptionGroup('a', [KeyboardInterrupt()])))
print(told(lambda: ExceptionGroup('a', [ValueError(1)], x=3)))
print(told(lambda: BaseExceptionGroup('a', [ValueError(1)])))
print(told(lambda: BaseExceptionGroup('a', (KeyboardInterrupt(1),))))
print(told(lambda: ExceptionGroup('a', [ValueError(1)]).split(5)))
print(told(lambda: ExceptionGroup('a', [ValueError(1)]).subgroup('x')))


class Mine(ExceptionGroup):
    def derive(self, excs):
        return Mine(self.message + '!', excs)


class Coded(ExceptionGroup):
    def __new__(cls, message, errors, code):
        made = super().__new__(Coded, message, errors)
        made.code = code
        return made

    def derive(self, excs):
        return Coded(self.message, excs, self.code)


print(told(lambda: Mine('a', [KeyboardInterrupt()])))
print([kind.__name__ for kind in Mine.__mro__])
print(Mine, ExceptionGroup)
print(issubclass(ExceptionGroup, Exception), issubclass(BaseExceptionGroup, Exception))

tree = ExceptionGroup('top', [ValueError(1), ExceptionGroup('inner', [TypeError(2), ValueError(3)]), KeyError('k')])
print(str(tree), tree.message, tree.exceptions)
print(tree.split(ValueError))
print(tree.split((TypeError, KeyError)))
print(tree.subgroup(lambda error: isinstance(error, ValueError) and error.args == (3,)))
print(tree.subgroup(OSError), tree.split(OSError)[1] == tree)
match, rest = tree.split(ExceptionGroup)
print(match is tree, rest)
print(Mine('m', [ValueError(1), TypeError(2)]).split(ValueError))
match, rest = Coded('c', [ValueError(1), TypeError(2)], 7).split(TypeError)
print(repr(match), match.code, type(rest).__name__, rest.code)

# The parts know where the whole came from.
try:
    try:
        {}['missing']
    except KeyError as cause:
        group = ExceptionGroup('g', [ValueError(1), TypeError(2)])
        group.add_note('a note')
        raise group from cause
except ExceptionGroup as caught:
    match, rest = caught.split(ValueError)
    print(repr(match.__cause__), repr(rest.__context__), match.__notes__, match.__notes__ is caught.__notes__)

# expect:
# TypeError: BaseExceptionGroup.__new__() takes exactly 2 arguments (0 given)
# TypeError: BaseExceptionGroup.__new__() takes exactly 2 arguments (1 given)
# ValueError: second argument (exceptions) must be a non-empty sequence
# TypeError: second argument (exceptions) must be a sequence
# TypeError: BaseExceptionGroup.__new__() argument 1 must be str, not int
# ValueError: Item 0 of second argument (exceptions) is not an exception
# TypeError: second argument (exceptions) must be a sequence
# TypeError: Cannot nest BaseExceptions in an ExceptionGroup
# TypeError: ExceptionGroup() takes no keyword arguments
# ExceptionGroup('a', [ValueError(1)])
# BaseExceptionGroup('a', (KeyboardInterrupt(1),))
# TypeError: expected a function, exception type or tuple of exception types
# TypeError: expected a function, exception type or tuple of exception types
# TypeError: Cannot nest BaseExceptions in 'Mine'
# ['Mine', 'ExceptionGroup', 'BaseExceptionGroup', 'Exception', 'BaseException', 'object']
# <class '__main__.Mine'> <class 'ExceptionGroup'>
# True False
# top (3 sub-exceptions) top (ValueError(1), ExceptionGroup('inner', [TypeError(2), ValueError(3)]), KeyError('k'))
# (ExceptionGroup('top', [ValueError(1), ExceptionGroup('inner', [ValueError(3)])]), ExceptionGroup('top', [ExceptionGroup('inner', [TypeError(2)]), KeyError('k')]))
# (ExceptionGroup('top', [ExceptionGroup('inner', [TypeError(2)]), KeyError('k')]), ExceptionGroup('top', [ValueError(1), ExceptionGroup('inner', [ValueError(3)])]))
# top (1 sub-exception)
# None False
# True None
# (Mine('m!', [ValueError(1)]), Mine('m!', [TypeError(2)]))
# Coded('c', [TypeError(2)], 7) 7 Coded 7
# KeyError('missing') KeyError('missing') ['a note'] False
