"""Functions that were named anew, by `functools.wraps` above all: how they are shown, and their generators and coroutines."""
import asyncio
import functools


def awaited(function):
    @functools.wraps(function)
    async def wrapper(*args):
        return await function(*args)
    return wrapper


def yielded(function):
    @functools.wraps(function)
    def wrapper(*args):
        yield from function(*args)
    return wrapper


@awaited
async def fetch():
    await asyncio.sleep(0)


@yielded
def numbers():
    yield 1


class Service:
    @awaited
    async def start(self):
        pass

    @yielded
    def items(self):
        yield self


def shown(value):
    return repr(value).split(' at 0x')[0]


made = fetch()
print(made.__name__, made.__qualname__, shown(made), shown(fetch))
made.close()
made = numbers()
print(made.__name__, made.__qualname__, shown(made), shown(numbers), list(made))
made = Service().items()
print(made.__name__, made.__qualname__, shown(made), shown(Service.items), shown(Service().items))
made = Service().start()
print(made.__name__, made.__qualname__, shown(made))
made.close()


def plain():
    yield


plain.__name__, plain.__qualname__ = 'renamed', 'Quite.renamed'
before = plain()
plain.__name__ = 'again'
print(before.__name__, before.__qualname__, plain().__name__, shown(plain))
before.__name__ = 'own'
print(before.__name__, plain().__name__)


async def agen():
    yield


agen.__qualname__ = 'Q'
print(agen().__name__, agen().__qualname__)


async def main():
    task = asyncio.create_task(fetch())
    print(task.get_coro().__qualname__, asyncio.current_task().get_coro().__name__)
    await task
    print(repr(task).split(' defined')[0].split('coro=')[1])


asyncio.run(main())
# expect:
# fetch fetch <coroutine object fetch <function fetch
# numbers numbers <generator object numbers <function numbers [1]
# items Service.items <generator object Service.items <function Service.items <bound method Service.items of <__main__.Service object
# start Service.start <coroutine object Service.start
# renamed Quite.renamed again <function Quite.renamed
# own again
# agen Q
# fetch main
# <fetch() done,
