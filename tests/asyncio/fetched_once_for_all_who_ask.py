# Callers that ask for the same key at the same time share one task; an error is not kept, a result is.
import asyncio


class Memo:
    def __init__(self, fetch):
        self.fetch = fetch
        self.tasks = {}

    async def get(self, key):
        if key not in self.tasks:
            task = self.tasks[key] = asyncio.create_task(self.fetch(key))
            task.add_done_callback(lambda task: self.forget_failure(key, task))
        return await asyncio.shield(self.tasks[key])

    def forget_failure(self, key, task):
        if task.cancelled() or task.exception():
            del self.tasks[key]


fetched = []


async def fetch(key):
    fetched.append(key)
    await asyncio.sleep(0.0005)
    if key == 'bad' and fetched.count('bad') < 3:
        raise LookupError(f'attempt {fetched.count("bad")}')
    return f'<{key}>'


async def main():
    memo = Memo(fetch)
    print(await asyncio.gather(*(memo.get(key) for key in ('a', 'b', 'a', 'a'))), fetched)
    for _ in range(3):
        results = await asyncio.gather(memo.get('bad'), memo.get('bad'), return_exceptions=True)
        print([str(result) for result in results])
    print(fetched)
    impatient = asyncio.create_task(memo.get('slow'))
    patient = asyncio.create_task(memo.get('slow'))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    impatient.cancel()
    print(await patient, impatient.cancelled(), fetched.count('slow'))


asyncio.run(main())

# expect:
# ['<a>', '<b>', '<a>', '<a>'] ['a', 'b']
# ['attempt 1', 'attempt 1']
# ['attempt 2', 'attempt 2']
# ['<bad>', '<bad>']
# ['a', 'b', 'bad', 'bad', 'bad']
# <slow> True 1
