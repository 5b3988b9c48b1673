# Loops whose class tells the time in its own way: hours pass at once, in order.
import asyncio
import selectors
import time


class Waits(selectors.DefaultSelector):
    """Does not wait: moves the clock of its loop."""

    def __init__(self):
        super().__init__()
        self.passed = 0.0

    def select(self, timeout=None):
        if timeout:
            self.passed += timeout
        return super().select(0)


class HastyLoop(asyncio.SelectorEventLoop):
    def __init__(self):
        self.waits = Waits()
        super().__init__(self.waits)

    def time(self):
        return self.waits.passed


async def sleeper(name, seconds):
    await asyncio.sleep(seconds)
    print(name, 'at', asyncio.get_running_loop().time())
    return name


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.gather(sleeper('long', 3600), sleeper('short', 60), sleeper('longer', 7200)))
    try:
        async with asyncio.timeout(1800):
            await asyncio.sleep(86400)
    except TimeoutError:
        print('too long, at', loop.time())
    try:
        await asyncio.wait_for(asyncio.Event().wait(), timeout=10)
    except TimeoutError:
        print('in vain, at', loop.time())
    done, pending = await asyncio.wait([asyncio.ensure_future(sleeper('first', 1)), asyncio.ensure_future(sleeper('last', 2))],
                                       return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))
    loop.call_at(loop.time() + 5, print, 'called')
    await asyncio.sleep(6)


with asyncio.Runner(loop_factory=HastyLoop) as runner:
    runner.run(main())


class LateLoop(asyncio.SelectorEventLoop):
    def time(self):
        return super().time() + 1000


loop = LateLoop()
now = time.monotonic()
print(loop.time() - now >= 1000, loop.call_later(1, print).when() - now >= 1001)
loop.close()

# expect:
# short at 60.0
# long at 3600.0
# longer at 7200.0
# ['long', 'short', 'longer']
# too long, at 9000.0
# in vain, at 9010.0
# first at 9011.0
# 1 1
# last at 9012.0
# called
# True True
