# A hedged request: a second one is sent when the first is slow, the winner's answer is taken, the loser is cancelled.
import asyncio

log = []


async def ask(server, steps):
    try:
        for _ in range(steps):
            await asyncio.sleep(0)
        if server == 'broken':
            raise OSError(server)
        return f'answer of {server}'
    except asyncio.CancelledError:
        log.append(f'{server} cancelled')
        raise


async def hedged(*plans, patience):
    tasks = set()
    try:
        for plan in plans:
            tasks.add(asyncio.create_task(ask(*plan)))
            for _ in range(patience):
                await asyncio.sleep(0)
                for task in [task for task in tasks if task.done()]:
                    tasks.discard(task)
                    if task.exception() is None:
                        return task.result()
                    log.append(repr(task.exception()))
        return 'nobody'
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def main():
    print(await hedged(('quick', 1), ('never asked', 1), patience=5), log)
    print(await hedged(('slow', 50), ('second', 2), patience=5), log)
    log.clear()
    print(await hedged(('broken', 1), ('second', 9), ('third', 1), patience=4), log)
    log.clear()
    print(await hedged(('slow', 50), ('slower', 90), patience=3), sorted(log), len(asyncio.all_tasks()))


asyncio.run(main())

# expect:
# answer of quick []
# answer of second ['slow cancelled']
# answer of third ["OSError('broken')", 'second cancelled']
# nobody ['slow cancelled', 'slower cancelled'] 1
