# Debounce: of a burst of events only the last one acts, once things are quiet; each new one cancels the waiting task.
import asyncio


class Debounced:
    def __init__(self, quiet, function):
        self.quiet, self.function = quiet, function
        self.task = None
        self.cancelled = 0

    def __call__(self, *args):
        if self.task and not self.task.done():
            self.task.cancel()
            self.cancelled += 1
        self.task = asyncio.ensure_future(self._later(args))

    async def _later(self, args):
        await asyncio.sleep(self.quiet)
        self.function(*args)

    async def settled(self):
        await asyncio.wait([self.task])


async def main():
    saved = []
    save = Debounced(0.002, saved.append)
    for text in ('h', 'he', 'hel', 'hell', 'hello'):
        save(text)
    await save.settled()
    print(saved, save.cancelled)
    for text in ('hello w', 'hello world'):
        save(text)
        await asyncio.sleep(0)
    await save.settled()
    print(saved, save.cancelled, save.task.cancelled())


asyncio.run(main())

# expect:
# ['hello'] 4
# ['hello', 'hello world'] 5 False
