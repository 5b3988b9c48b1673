# In a task group the first failure cancels the siblings; their clean-up runs, and all errors come together in one group.
import asyncio


async def fail(after, error):
    for _ in range(after):
        await asyncio.sleep(0)
    raise error


async def wait(name, log, clean_up_fails=False):
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        log.append(f'{name} was cancelled')
        if clean_up_fails:
            raise KeyError(name)
        raise
    finally:
        log.append(f'{name} has tidied up')


async def main():
    log = []
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(wait('first', log)), group.create_task(wait('second', log, True)),
                     group.create_task(fail(2, ValueError('broken'))), group.create_task(asyncio.sleep(0, 'quick'))]
    except* ValueError as errors:
        print('ValueErrors:', errors.exceptions)
    except* KeyError as errors:
        print('KeyErrors:', errors.exceptions)
    print(*log, sep='\n')
    print([task.cancelled() for task in tasks], tasks[3].result())
    late = asyncio.sleep(0)
    try:
        group.create_task(late)
    except RuntimeError as error:
        print(str(error).partition('>')[2].strip())
        late.close()


asyncio.run(main())

# expect:
# ValueErrors: (ValueError('broken'),)
# KeyErrors: (KeyError('second'),)
# first was cancelled
# first has tidied up
# second was cancelled
# second has tidied up
# [True, False, False, False] quick
# is finished
