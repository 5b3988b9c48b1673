# Handlers of signals that a loop has end with it: a later loop is interrupted as usual.
import asyncio
import os
import signal


async def first():
    loop = asyncio.get_running_loop()
    done = asyncio.Event()
    loop.add_signal_handler(signal.SIGINT, done.set)
    loop.add_signal_handler(signal.SIGUSR1, print, "told")
    os.kill(os.getpid(), signal.SIGUSR1)
    os.kill(os.getpid(), signal.SIGINT)
    await done.wait()
    await asyncio.sleep(0.01)
    print("first is over")


asyncio.run(first())
print(signal.getsignal(signal.SIGUSR1) == signal.SIG_DFL, signal.getsignal(signal.SIGINT) is signal.default_int_handler)


async def second():
    os.kill(os.getpid(), signal.SIGINT)
    await asyncio.sleep(1)


try:
    asyncio.run(second())
except KeyboardInterrupt:
    print("interrupted")

# expect:
# told
# first is over
# True True
# interrupted
