# Ctrl-C in an event loop cancels the main task first; once that has ended, the run is over. A second one does not wait.
import asyncio
import signal

# Whoever has started this may have Ctrl-C ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)

async def main():
    asyncio.get_running_loop().call_later(0.01, signal.raise_signal, signal.SIGINT)
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('cancelled', asyncio.current_task().cancelling())
        raise
    finally:
        print('put away')

try:
    asyncio.run(main())
except KeyboardInterrupt as error:
    print('interrupted', error.args, type(error.__context__).__name__)

async def stubborn():
    asyncio.get_running_loop().call_later(0.01, signal.raise_signal, signal.SIGINT)
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('goes on')
    return 'done'

print(asyncio.run(stubborn()))

async def hurried():
    loop = asyncio.get_running_loop()
    for _ in range(2):
        loop.call_later(0.01, signal.raise_signal, signal.SIGINT)
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print('once more')

try:
    asyncio.run(hurried())
except KeyboardInterrupt:
    print('interrupted at once')

# expect:
# cancelled 1
# put away
# interrupted () CancelledError
# goes on
# done
# once more
# once more
# interrupted at once
