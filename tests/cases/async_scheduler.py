# A small event loop: tasks take turns, one waits for another, one is cancelled.
class Future:
    def __init__(self):
        self.done, self.value, self.waiting = False, None, []

    def set(self, value):
        self.done, self.value = True, value
        for task in self.waiting:
            loop.ready.append((task, None))

    def __await__(self):
        if not self.done:
            yield self
        return self.value


class Cancelled(BaseException):
    pass


class Task(Future):
    def __init__(self, coroutine, name):
        super().__init__()
        self.coroutine, self.name = coroutine, name
        loop.ready.append((self, None))

    def step(self, thrown):
        try:
            if thrown:
                waits_for = self.coroutine.throw(thrown)
            else:
                waits_for = self.coroutine.send(None)
        except StopIteration as end:
            self.set(end.value)
        except Cancelled:
            print("cancelled", self.name)
            self.set(None)
        else:
            if waits_for is None:
                loop.ready.append((self, None))
            else:
                waits_for.waiting.append(self)

    def cancel(self):
        loop.ready.append((self, Cancelled()))


class Loop:
    def __init__(self):
        self.ready = []

    def run(self, coroutine):
        main = Task(coroutine, "main")
        while self.ready:
            task, thrown = self.ready.pop(0)
            if not task.done:
                task.step(thrown)
        return main.value


class Turn:
    def __await__(self):
        yield None


async def worker(name, turns):
    for turn in range(turns):
        print(name, turn)
        await Turn()
    return name * turns


async def patient(event):
    try:
        print("value", await event)
    finally:
        print("patient ends")


async def main():
    tasks = [Task(worker(name, turns), name) for name, turns in (("a", 2), ("b", 3))]
    event = Future()
    first, second = Task(patient(event), "first"), Task(patient(Future()), "second")
    results = [await task for task in tasks]
    event.set(7)
    second.cancel()
    await first
    await second
    return results


loop = Loop()
print(loop.run(main()))

# expect:
# a 0
# b 0
# a 1
# b 1
# b 2
# value 7
# patient ends
# patient ends
# cancelled second
# ['aa', 'bbb']
