# A child that is forked while an event loop runs has no loop that runs, and may run one of its own.
import asyncio
import multiprocessing


def child(results, number):
    asyncio.run(asyncio.sleep(0))
    results.put(number)


async def main(results):
    children = [multiprocessing.Process(target=child, args=(results, number)) for number in range(2)]
    for process in children:
        process.start()
    await asyncio.to_thread(lambda: [process.join() for process in children])
    print(sorted([results.get() for _ in children]))


if __name__ == '__main__':
    asyncio.run(main(multiprocessing.Queue()))

# expect:
# [0, 1]
