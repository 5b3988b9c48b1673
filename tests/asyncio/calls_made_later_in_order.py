# Callbacks of a loop: soon in the order of asking, later in the order of their times; a cancelled handle is not called.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    called, after, finished = [], [], loop.create_future()
    now = loop.time()
    loop.call_at(now + 0.003, called.append, 'at 3 ms')
    loop.call_at(now + 0.001, called.append, 'at 1 ms')
    doomed = loop.call_later(30, called.append, 'never')
    loop.call_at(now + 0.004, finished.set_result, 'done')
    loop.call_soon(called.append, 'soon')
    loop.call_soon(lambda: loop.call_soon(after.append, len(after)))
    loop.call_soon(called.append, 'also soon')
    doomed.cancel()
    print(doomed.cancelled(), doomed.when() - now >= 30)
    print(await finished, called, after)
    same = []
    moment = loop.time() + 0.001
    for n in range(5):
        loop.call_at(moment, same.append, n)
    while len(same) < 5:
        await asyncio.sleep(0.001)
    print(sorted(same))
    print('time went on by at least 4 ms:', loop.time() - now >= 0.004)
    try:
        loop.call_soon(print, wrong=1)
    except TypeError as error:
        print(str(error).split(' ', 1)[1])


asyncio.run(main())

# expect:
# True True
# done ['soon', 'also soon', 'at 1 ms', 'at 3 ms'] [0]
# [0, 1, 2, 3, 4]
# time went on by at least 4 ms: True
# got an unexpected keyword argument 'wrong'
