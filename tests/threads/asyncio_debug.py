# The debug mode of a loop, signals, factories of tasks, policies.
import asyncio, signal, time, socket
async def slow():
    time.sleep(0.15)
async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug())
    await asyncio.create_task(slow(), name="slowpoke")
    loop.call_later(0.01, time.sleep, 0.12)
    await asyncio.sleep(0.05)
    loop.set_debug(False)
    await asyncio.create_task(slow())
    done = asyncio.Event()
    loop.add_signal_handler(signal.SIGUSR1, done.set)
    signal.raise_signal(signal.SIGUSR1)
    await done.wait()
    print("signalled", loop.remove_signal_handler(signal.SIGUSR1), loop.remove_signal_handler(signal.SIGUSR1))
    def factory(loop, coro):
        print("made", coro.__name__)
        return asyncio.Task(coro, loop=loop)
    loop.set_task_factory(factory)
    t = asyncio.create_task(asyncio.sleep(0, 5), name="x")
    print(await t, t.get_name(), loop.get_task_factory() is factory)
    loop.set_task_factory(None)
    info = await loop.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM)
    print(info[0][4])
    a, b = socket.socketpair()
    r, w = await asyncio.open_connection(sock=a)
    b.send(b"hi\n"); print(await r.readline()); w.close(); b.close()
asyncio.run(main(), debug=True)
print(type(asyncio.get_event_loop_policy().new_event_loop()).__name__)

# expect:
# True
# signalled True False
# made sleep
# 5 x True
# ('127.0.0.1', 80)
# b'hi\n'
# _UnixSelectorEventLoop
