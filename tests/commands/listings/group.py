def load(number):
    raise ValueError(number)


def gather():
    errors = []
    for number in range(2):
        try:
            load(number)
        except ValueError as error:
            errors.append(error)
    try:
        {}['key']
    except KeyError as error:
        raise ExceptionGroup('several', errors + [ExceptionGroup('deep', [OSError(5, 'five')])]) from error


try:
    gather()
except* OSError:
    raise RuntimeError('of the handler')
