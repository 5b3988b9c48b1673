# A runner keeps its loop from one main coroutine to the next.
import asyncio


async def main(value):
    loop = asyncio.get_running_loop()
    await asyncio.sleep(0)
    return value, loop


with asyncio.Runner() as runner:
    first, loop = runner.run(main(1))
    second, same = runner.run(main(2))
    print(first, second, loop is same, loop is runner.get_loop())

    async def inside():
        coroutine = main(3)
        try:
            runner.run(coroutine)
        except RuntimeError as error:
            print(error)
        coroutine.close()

    runner.run(inside())
    try:
        runner.run(5)
    except ValueError as error:
        print(error)

print(loop.is_closed())
coroutine = main(4)
try:
    runner.run(coroutine)
except RuntimeError as error:
    print(error)
coroutine.close()


async def left_behind():
    try:
        await asyncio.sleep(10)
    finally:
        print('ended with the runner')


async def leaves():
    asyncio.create_task(left_behind())
    await asyncio.sleep(0)


with asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:
    runner.run(leaves())
print('over')

# expect:
# 1 2 True True
# Runner.run() cannot be called from a running event loop
# a coroutine was expected, got 5
# True
# Runner is closed
# ended with the runner
# over
