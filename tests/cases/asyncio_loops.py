# Loops by hand.
import asyncio


async def work():
    await asyncio.sleep(0.001)
    return asyncio.get_running_loop()


loop = asyncio.new_event_loop()
print(loop.is_running(), loop.is_closed())
print(loop.run_until_complete(work()) is loop)
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop)
future = loop.create_future()
loop.call_later(0.01, future.set_result, "set")
print(loop.run_until_complete(future))
loop.call_soon(print, "called")
loop.call_soon(loop.stop)
loop.run_forever()
print("stopped")
loop.call_later(0.01, loop.stop)
try:
    loop.run_until_complete(loop.create_future())
except RuntimeError as error:
    print(error)
loop.close()
loop.close()
print(loop.is_closed())
try:
    loop.call_soon(print)
except RuntimeError as error:
    print(error)


async def nested():
    return asyncio.get_running_loop().is_running(), asyncio.get_event_loop() is asyncio.get_running_loop()


print(asyncio.run(nested()))
print(asyncio.iscoroutinefunction(work), asyncio.iscoroutinefunction(print), asyncio.iscoroutinefunction(lambda: 1))


class Service:
    async def method(self):
        pass

    def plain(self):
        pass


print(asyncio.iscoroutinefunction(Service().method), asyncio.iscoroutinefunction(Service().plain))
coroutine = work()
print(asyncio.iscoroutine(coroutine), asyncio.iscoroutine(work))
coroutine.close()

# expect:
# False False
# True
# True
# set
# called
# stopped
# Event loop stopped before Future completed.
# True
# Event loop is closed
# (True, True)
# True False False
# True False
# True False
