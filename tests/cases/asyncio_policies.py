# A policy of a program's own says which loops there are.
import asyncio


class Counting(asyncio.DefaultEventLoopPolicy):
    made = 0

    def new_event_loop(self):
        self.made += 1
        return super().new_event_loop()


class Fixed(asyncio.AbstractEventLoopPolicy):
    def __init__(self):
        self.loop = None

    def get_event_loop(self):
        return self.loop

    def set_event_loop(self, loop):
        self.loop = loop

    def new_event_loop(self):
        print("a new one")
        return asyncio.SelectorEventLoop()


async def main():
    return asyncio.get_event_loop() is asyncio.get_running_loop()


counting = Counting()
asyncio.set_event_loop_policy(counting)
print(asyncio.run(main()), asyncio.run(main()), counting.made, asyncio.get_event_loop_policy() is counting)
fixed = Fixed()
asyncio.set_event_loop_policy(fixed)
print(asyncio.get_event_loop(), asyncio.run(main()), fixed.loop)
fixed.loop = loop = asyncio.new_event_loop()
print(asyncio.get_event_loop() is loop, loop.run_until_complete(main()))
loop.close()
try:
    asyncio.set_event_loop_policy(5)
except TypeError as error:
    print(error)
try:
    asyncio.AbstractEventLoopPolicy().get_event_loop()
except NotImplementedError as error:
    print(repr(error))
asyncio.set_event_loop_policy(None)
print(type(asyncio.get_event_loop_policy()).__name__)

# expect:
# True True 2 True
# a new one
# None True None
# a new one
# True True
# policy must be an instance of AbstractEventLoopPolicy or None, not 'int'
# NotImplementedError()
# _UnixDefaultEventLoopPolicy
