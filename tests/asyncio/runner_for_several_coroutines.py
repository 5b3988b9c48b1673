# asyncio.Runner keeps one loop for several runs; what belongs to it is closed in the end, and it can be used once.
import asyncio


async def count(box):
    box.append(asyncio.get_running_loop())
    return len(box)


async def leave_behind(log):
    async def forgotten():
        try:
            await asyncio.sleep(60)
        finally:
            log.append('the forgotten task was cancelled')

    asyncio.create_task(forgotten())
    await asyncio.sleep(0)
    return 'left'


box, log = [], []
with asyncio.Runner() as runner:
    print(runner.run(count(box)), runner.run(count(box)), box[0] is box[1] is runner.get_loop())
    print(runner.run(leave_behind(log)), log)
    try:
        runner.run('not a coroutine')
    except ValueError as error:
        print(error)
print(log, box[0].is_closed())
late = count(box)
for wrong in (lambda: runner.run(late), runner.get_loop):
    try:
        wrong()
    except RuntimeError as error:
        print(error)
late.close()


async def nested():
    inner = count(box)
    try:
        asyncio.run(inner)
    except RuntimeError as error:
        inner.close()
        return str(error)


print(asyncio.run(nested()))
print(asyncio.run(count(box)), box[-1] is box[0])

# expect:
# 1 2 True
# left []
# a coroutine was expected, got 'not a coroutine'
# ['the forgotten task was cancelled'] True
# Runner is closed
# Runner is closed
# asyncio.run() cannot be called from a running event loop
# 3 False
