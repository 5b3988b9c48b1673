group = ExceptionGroup('outer', [TypeError(1), ExceptionGroup('inner', [KeyError('k'), OSError(2, 'no')])])
try:
    try:
        raise group
    except* (KeyError, OSError) as part:
        part.add_note('seen')
        raise
except ExceptionGroup as again:
    print(repr(again), getattr(again, '__notes__', None))
try:
    try:
        raise group
    except* KeyError as part:
        part.add_note('first')
        raise
    except* TypeError as part:
        raise ValueError('new')
except ExceptionGroup as again:
    print(repr(again))

# expect:
# ExceptionGroup('outer', [TypeError(1), ExceptionGroup('inner', [KeyError('k'), FileNotFoundError(2, 'no')])]) None
# ExceptionGroup('', [ValueError('new'), ExceptionGroup('outer', [ExceptionGroup('inner', [KeyError('k'), FileNotFoundError(2, 'no')])])])
