# An exception that is thrown into a generator keeps its context, unless the generator is handling one itself.
def plain():
    try:
        yield
    finally:
        pass


def delegates():
    yield from plain()


def handles():
    try:
        1 / 0
    except ZeroDivisionError:
        yield


def handles_and_delegates():
    try:
        {}['a']
    except KeyError:
        yield from plain()


async def waits():
    await Waiting()


class Waiting:
    def __await__(self):
        yield


for make in (plain, delegates, handles, handles_and_delegates, waits):
    resting = make()
    resting.send(None)
    try:
        raise LookupError('outside')
    except LookupError:
        try:
            resting.throw(ValueError(make.__name__))
        except ValueError as exc:
            print(repr(exc), repr(exc.__context__))

ended = plain()
list(ended)
try:
    raise LookupError('outside')
except LookupError:
    try:
        ended.throw(ValueError('ended'))
    except ValueError as exc:
        print(repr(exc), repr(exc.__context__))

# expect:
# ValueError('plain') None
# ValueError('delegates') None
# ValueError('handles') ZeroDivisionError('division by zero')
# ValueError('handles_and_delegates') KeyError('a')
# ValueError('waits') None
# ValueError('ended') None
