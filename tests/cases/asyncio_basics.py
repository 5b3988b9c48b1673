# run, create_task, gather, sleep: who runs when.
import asyncio


async def worker(name, turns):
    for turn in range(turns):
        print(name, turn)
        await asyncio.sleep(0)
    return name.upper()


async def waits(name, seconds):
    print("begins", name)
    await asyncio.sleep(seconds)
    print("ends", name)
    return seconds


async def main():
    print(await worker("alone", 2))
    task = asyncio.create_task(worker("task", 3), name="of its own")
    print(task.get_name(), task.done(), task.cancelled())
    print(await asyncio.gather(worker("a", 2), worker("b", 3), worker("c", 1)))
    print(await task, task.done(), task.result(), task.exception())
    print(await asyncio.gather(waits("long", 0.09), waits("short", 0.03), waits("middle", 0.06)))
    print(await asyncio.gather())
    print(await asyncio.sleep(0.01, "result"))
    print(await asyncio.sleep(-1, "at once"))
    print(asyncio.current_task().get_name().startswith("Task-"))
    return "over"


print(asyncio.run(main()))

# expect:
# alone 0
# alone 1
# ALONE
# of its own False False
# task 0
# a 0
# b 0
# c 0
# task 1
# a 1
# b 1
# task 2
# b 2
# ['A', 'B', 'C']
# TASK True TASK None
# begins long
# begins short
# begins middle
# ends short
# ends middle
# ends long
# [0.09, 0.03, 0.06]
# []
# result
# at once
# True
# over
