# A small job server: it takes jobs until it is told to stop, finishes what it has, and refuses what comes late.
import asyncio


class Server:
    def __init__(self, workers):
        self.jobs = asyncio.Queue()
        self.closing = False
        self.done = []
        self.workers = [asyncio.create_task(self.work(), name=f'worker {n}') for n in range(workers)]

    async def work(self):
        while True:
            job, future = await self.jobs.get()
            try:
                result = await job
            except Exception as error:
                future.set_exception(error)
            else:
                self.done.append(result)
                future.set_result(result)
            finally:
                self.jobs.task_done()

    def submit(self, job):
        if self.closing:
            job.close()
            raise RuntimeError('the server is closing')
        future = asyncio.get_running_loop().create_future()
        self.jobs.put_nowait((job, future))
        return future

    async def close(self):
        self.closing = True
        await self.jobs.join()
        for worker in self.workers:
            worker.cancel()
        await asyncio.wait(self.workers)


async def cook(dish, minutes):
    await asyncio.sleep(minutes / 2000)
    if dish == 'burnt':
        raise OSError('the pan')
    return dish


async def main():
    server = Server(2)
    orders = [server.submit(cook(dish, n)) for n, dish in enumerate(('soup', 'burnt', 'roll', 'cake'))]
    closing = asyncio.create_task(server.close())
    await asyncio.sleep(0)
    try:
        server.submit(cook('late', 1))
    except RuntimeError as error:
        print(error)
    await closing
    results = await asyncio.gather(*orders, return_exceptions=True)
    print([str(result) for result in results])
    print(sorted(server.done), [worker.cancelled() for worker in server.workers])


asyncio.run(main())

# expect:
# the server is closing
# ['soup', 'the pan', 'roll', 'cake']
# ['cake', 'roll', 'soup'] [True, True]
