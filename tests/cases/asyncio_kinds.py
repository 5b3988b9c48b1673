# What counts as a coroutine, what as a future, and how what they raise and read is told and copied.
import asyncio
import pickle
from collections.abc import Coroutine


class Stepping(Coroutine):
    def __init__(self, steps):
        self.steps = steps

    def send(self, value):
        if not self.steps:
            raise StopIteration("stepped")
        self.steps -= 1

    def throw(self, kind, value=None, traceback=None):
        raise kind

    def close(self):
        pass

    def __await__(self):
        return (yield)


class Named(Stepping):
    __name__ = "named"
    cr_running = True


class Answering:
    def __getattr__(self, name):
        return 1


print(asyncio.iscoroutine(Stepping(1)), asyncio.iscoroutine(Answering()), asyncio.isfuture(Answering()))
for error in (asyncio.IncompleteReadError(b"abc", 5), asyncio.LimitOverrunError("too long", 7)):
    again = pickle.loads(pickle.dumps(error))
    print(repr(again), str(again), vars(again))


async def main():
    print(await asyncio.create_task(Stepping(2)), asyncio.isfuture(asyncio.get_running_loop().create_future()))
    task = asyncio.create_task(Stepping(5), name="steps")
    print(task, asyncio.create_task(Named(0), name="own").get_coro().__name__)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", task.get_stack())
    reader = asyncio.StreamReader(limit=9)
    reader.feed_data(b"abc")
    print(reader)
    reader.feed_eof()
    reader.set_exception(ValueError("broken"))
    print(reader)


asyncio.run(main())
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
reader = asyncio.StreamReader()
reader.feed_data(b"line\n")
print(reader, loop.run_until_complete(reader.readline()), asyncio.StreamReaderProtocol(reader) is not None)
loop.close()
asyncio.set_event_loop(None)
try:
    asyncio.StreamReader()
except RuntimeError as error:
    print(error)


# A group that no task enters is not entered.
group = asyncio.TaskGroup()
coroutine = main()
try:
    group.create_task(coroutine)
except RuntimeError as error:
    print(str(error).replace(hex(id(group)), "..."))
coroutine.close()

# expect:
# True False False
# IncompleteReadError('3 bytes read on a total of 5 expected bytes') 3 bytes read on a total of 5 expected bytes {'partial': b'abc', 'expected': 5}
# LimitOverrunError('too long') too long {'consumed': 7}
# stepped True
# <Task pending name='steps' coro=<<Stepping without __name__>()>> named
# cancelled []
# <StreamReader 3 bytes limit=9>
# <StreamReader 3 bytes eof limit=9 exception=ValueError('broken')>
# <StreamReader> b'line\n' True
# There is no current event loop in thread 'MainThread'.
# TaskGroup <TaskGroup> has not been entered
