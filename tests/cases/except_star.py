# `except*`: each handler gets its part of a group, what is left goes on.
def make():
    return ExceptionGroup('many', [ValueError(1), ExceptionGroup('in', [TypeError(2), OSError(5, 'five')]), KeyError(3)])


def run(*handled):
    try:
        raise make()
    except* ValueError as group:
        print('values', repr(group))
    except* handled as group:
        print('handled', repr(group))
    else:
        print('not reached')
    finally:
        print('finally')
    print('after')


def attempt(function, *args):
    try:
        function(*args)
    except BaseException as error:
        print(type(error).__name__, '-', repr(error))
        print('  ', repr(error.__cause__), repr(error.__context__))


run(TypeError, OSError, KeyError)
attempt(run, OSError)
attempt(run, KeyError, TypeError)


def nothing():
    try:
        pass
    except* ValueError:
        print('not reached')
    else:
        print('else')


nothing()


# What is no group is wrapped in one, but goes on as itself where nobody wants it.
def naked(error, again=False):
    try:
        raise error
    except* ValueError as group:
        print(repr(group), group.exceptions[0] is error)
        if again:
            raise


naked(ValueError(1))
attempt(naked, TypeError('other'))
attempt(naked, ValueError('again'), True)


# What handlers raise goes on with what is left.
def raising():
    try:
        raise make()
    except* ValueError as group:
        raise RuntimeError('new')
    except* KeyError as group:
        raise
    except* TypeError:
        pass


attempt(raising)


def chained():
    try:
        raise make()
    except* (ValueError, TypeError, KeyError, OSError) as group:
        raise RuntimeError('from') from group.exceptions[0]


attempt(chained)


# The variable ends with its handler, and a handler's loops and functions are its own.
def inside():
    group = 'before'
    try:
        raise ExceptionGroup('x', [ValueError(i) for i in range(5)])
    except* ValueError as group:
        for error in group.exceptions:
            if error.args[0] == 1:
                continue
            if error.args[0] == 3:
                break
            print('saw', error)

        def local():
            return 'returned'

        print(local())
    try:
        group
    except UnboundLocalError as error:
        print(error)


inside()


def wrong(kind):
    try:
        raise ValueError(1)
    except* kind:
        print('not reached')


attempt(wrong, ExceptionGroup)
attempt(wrong, 5)
attempt(wrong, (ValueError, BaseExceptionGroup))


def nested():
    try:
        try:
            raise ExceptionGroup('g', [ValueError(1), TypeError(2), KeyError(3)])
        except* ValueError:
            try:
                raise ExceptionGroup('deep', [OSError(4), IndexError(5)])
            except* OSError as inner:
                print('inner', repr(inner))
    except* TypeError as outer:
        print('outer', repr(outer))


attempt(nested)


def generator():
    for i in range(3):
        try:
            yield i
        except* ValueError as group:
            print('thrown', repr(group))


steps = generator()
print(next(steps))
print(steps.throw(ValueError('in')))
print(steps.throw(ExceptionGroup('g', [ValueError('in')])))

# expect:
# values ExceptionGroup('many', [ValueError(1)])
# handled ExceptionGroup('many', [ExceptionGroup('in', [TypeError(2), OSError(5, 'five')]), KeyError(3)])
# finally
# after
# values ExceptionGroup('many', [ValueError(1)])
# handled ExceptionGroup('many', [ExceptionGroup('in', [OSError(5, 'five')])])
# finally
# ExceptionGroup - ExceptionGroup('many', [ExceptionGroup('in', [TypeError(2)]), KeyError(3)])
#    None None
# values ExceptionGroup('many', [ValueError(1)])
# handled ExceptionGroup('many', [ExceptionGroup('in', [TypeError(2)]), KeyError(3)])
# finally
# ExceptionGroup - ExceptionGroup('many', [ExceptionGroup('in', [OSError(5, 'five')])])
#    None None
# else
# ExceptionGroup('', (ValueError(1),)) True
# TypeError - TypeError('other')
#    None None
# ExceptionGroup('', (ValueError('again'),)) True
# ExceptionGroup - ExceptionGroup('', (ValueError('again'),))
#    None None
# ExceptionGroup - ExceptionGroup('', [RuntimeError('new'), ExceptionGroup('many', [ExceptionGroup('in', [OSError(5, 'five')]), KeyError(3)])])
#    None None
# RuntimeError - RuntimeError('from')
#    ValueError(1) ExceptionGroup('many', [ValueError(1), ExceptionGroup('in', [TypeError(2), OSError(5, 'five')]), KeyError(3)])
# saw 0
# saw 2
# returned
# cannot access local variable 'group' where it is not associated with a value
# TypeError - TypeError('catching ExceptionGroup with except* is not allowed. Use except instead.')
#    None ValueError(1)
# TypeError - TypeError('catching classes that do not inherit from BaseException is not allowed')
#    None ValueError(1)
# TypeError - TypeError('catching ExceptionGroup with except* is not allowed. Use except instead.')
#    None ValueError(1)
# inner ExceptionGroup('deep', [OSError(4)])
# outer ExceptionGroup('', [ExceptionGroup('g', [TypeError(2)])])
# ExceptionGroup - ExceptionGroup('', [ExceptionGroup('deep', [IndexError(5)]), ExceptionGroup('g', [KeyError(3)])])
#    None None
# 0
# thrown ExceptionGroup('', (ValueError('in'),))
# 1
# thrown ExceptionGroup('g', [ValueError('in')])
# 2
