# A task that cannot be made for another thread's coroutine: the thread hears of it, and waits no longer.
import asyncio


def refuse(loop, coro, **more):
    coro.close()
    raise NameError('no tasks today')


async def main():
    loop = asyncio.get_running_loop()
    told = []
    loop.set_exception_handler(lambda loop, context: told.append(repr(context['exception'])))

    def ask():
        future = asyncio.run_coroutine_threadsafe(asyncio.sleep(0), loop)
        try:
            return future.result(timeout=60)
        except NameError as error:
            return f'refused: {error}'

    asked = loop.run_in_executor(None, ask)
    loop.set_task_factory(refuse)
    print(await asked)
    loop.set_task_factory(None)
    print(told)


asyncio.run(main())

# expect:
# refused: no tasks today
# ["NameError('no tasks today')"]
