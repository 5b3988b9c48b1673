# What an instruction raises in the middle, in a program's own method, has nothing to do with the handler that ends before it.

class Items:
    def __init__(self, error):
        self.error = error

    def __iter__(self):
        raise self.error


class Truth:
    def __bool__(self):
        raise ValueError('neither true nor false')


class Picky(Exception):
    def __init__(self):
        raise ValueError('not to be made')


def unpacked(items):
    try:
        number = 1
    except ValueError:
        return 'handled by what is over'
    else:
        first, second = items


def unpacked_to_a_list(items):
    try:
        number = 1
    except ValueError:
        return 'handled by what is over'
    else:
        first, *rest = items


def tested(truth):
    try:
        found = truth
    except ValueError:
        return 'handled by what is over'
    else:
        if truth:
            return 'true'


def raised(kind):
    try:
        found = kind
    except ValueError:
        return 'handled by what is over'
    else:
        raise kind


for function, argument in ((unpacked, Items(ValueError('no items'))), (unpacked_to_a_list, Items(ValueError('no items'))),
                           (tested, Truth()), (raised, Picky)):
    try:
        print(function.__name__, function(argument))
    except ValueError as error:
        print(function.__name__, 'raises', error, error.__traceback__.tb_next.tb_lineno - function.__code__.co_firstlineno)


async def pairs():
    yield Items(StopAsyncIteration('from the items'))


async def walk():
    try:
        async for first, second in pairs():
            print('a pair')
        print('at its end')
    except StopAsyncIteration as error:
        print('raised by the unpacking:', error)


try:
    walk().send(None)
except StopIteration:
    print('over')

# expect:
# unpacked raises no items 6
# unpacked_to_a_list raises no items 6
# tested raises neither true nor false 6
# raised raises not to be made 6
# raised by the unpacking: from the items
# over
