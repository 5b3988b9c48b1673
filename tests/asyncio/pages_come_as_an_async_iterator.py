# An async iterator that fetches page after page, and stops asking once the program has seen enough.
import asyncio


class Pages:
    def __init__(self, items, size):
        self.items, self.size = items, size
        self.at = 0
        self.fetched = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.at >= len(self.items):
            raise StopAsyncIteration
        await asyncio.sleep(0)
        page = self.items[self.at:self.at + self.size]
        self.at += self.size
        self.fetched += 1
        return page


async def items_of(pages):
    async for page in pages:
        for item in page:
            yield item


async def take(count, source):
    taken = []
    async for item in source:
        taken.append(item)
        if len(taken) == count:
            break
    return taken


async def main():
    print([page async for page in Pages('abcdefg', 3)])
    pages = Pages(list(range(100)), 10)
    print(await take(25, items_of(pages)), pages.fetched)
    print({n: n * n async for n in items_of(Pages([1, 2, 3, 4], 2)) if n % 2 == 0})
    print(sum([n async for n in items_of(Pages(range(10), 4))]))
    async for page in Pages('', 3):
        print('never')
    else:
        print('nothing there')
    print(await anext(Pages('xy', 1)), await anext(Pages('', 1), 'none'))


asyncio.run(main())

# expect:
# ['abc', 'def', 'g']
# [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24] 3
# {2: 4, 4: 16}
# 45
# nothing there
# x none
