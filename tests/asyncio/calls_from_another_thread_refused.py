# What a loop in its debug mode refuses: calls from another thread, and what cannot be called.
import asyncio
import threading


def attempt(function, *args):
    try:
        function(*args)
        print("taken")
    except (RuntimeError, TypeError) as error:
        print(type(error).__name__, error)


async def coroutine_function():
    pass


async def main(answers):
    loop = asyncio.get_running_loop()
    attempt(loop.call_soon, 5)
    attempt(loop.call_soon, coroutine_function)
    attempt(loop.call_later, 0, coroutine_function)
    attempt(loop.call_soon_threadsafe, coroutine_function)
    attempt(loop.call_soon, len, "")

    def elsewhere():
        attempt(loop.call_soon, len, "")
        attempt(loop.call_later, 0, len, "")
        attempt(loop.create_future().set_result, 1)
        attempt(loop.call_soon_threadsafe, answers.append, "from a thread")

    thread = threading.Thread(target=elsewhere)
    thread.start()
    while not answers:
        await asyncio.sleep(0.001)
    thread.join()
    print(answers)


asyncio.run(main([]), debug=True)

# expect:
# TypeError a callable object was expected by call_soon(), got 5
# TypeError coroutines cannot be used with call_soon()
# TypeError coroutines cannot be used with call_at()
# TypeError coroutines cannot be used with call_soon_threadsafe()
# taken
# RuntimeError Non-thread-safe operation invoked on an event loop other than the current one
# RuntimeError Non-thread-safe operation invoked on an event loop other than the current one
# taken
# taken
# ['from a thread']
