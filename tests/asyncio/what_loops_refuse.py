# What a loop is given that it cannot use is refused with a reason; timers can be compared; any selector may be brought along.
import asyncio
import functools
import selectors
import signal


def noop(*args):
    pass


async def coroutine():
    pass


def told(function, *args, **kwds):
    try:
        print(function(*args, **kwds))
    except Exception as error:
        print(repr(error))


loop = asyncio.SelectorEventLoop(selectors.SelectSelector())
print(isinstance(loop, asyncio.AbstractEventLoop), loop.run_until_complete(asyncio.sleep(0, "slept")))
for number in ("boom", 0, -1, 65, signal.SIGKILL):
    told(loop.add_signal_handler, number, noop)
    told(loop.remove_signal_handler, number)
told(loop.add_signal_handler, signal.SIGUSR1, coroutine)
told(asyncio.set_event_loop, 5)

first = asyncio.TimerHandle(1, noop, (), loop)
second = asyncio.TimerHandle(1, noop, (), loop)
later = asyncio.TimerHandle(2, noop, (), loop)
print(first == second, first <= second, first >= second, first > second, first < later, first != later)
print(hash(first) == hash(second), sorted([later, first])[0] is first)
print(repr(asyncio.Handle(functools.partial(noop, 1, key=2), (3,), loop)).split(" at ")[0])


class Half(asyncio.AbstractEventLoop):
    def time(self):
        return 7


print(Half().time())
told(Half().call_soon, noop)
told(Half().run_forever)
loop.set_debug(True)
told(loop.run_in_executor, None, coroutine)
loop.set_debug(False)


async def connections():
    server = await asyncio.start_server(noop, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    try:
        await asyncio.open_connection(*address, local_addr=address)
    except OSError as error:
        print(error.errno, str(error).replace(str(address[1]), "PORT"))
    try:
        await asyncio.open_connection(*address, ssl_handshake_timeout=1)
    except ValueError as error:
        print(error)
    server.close()
    shared = await asyncio.start_server(noop, "127.0.0.1", 0, reuse_port=True)
    import socket
    print(shared.sockets[0].getsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT) != 0)
    shared.close()


loop.run_until_complete(connections())
loop.close()

# expect:
# True slept
# TypeError("sig must be an int, not 'boom'")
# TypeError("sig must be an int, not 'boom'")
# ValueError('invalid signal number 0')
# ValueError('invalid signal number 0')
# ValueError('invalid signal number -1')
# ValueError('invalid signal number -1')
# ValueError('invalid signal number 65')
# ValueError('invalid signal number 65')
# RuntimeError('sig 9 cannot be caught')
# False
# TypeError('coroutines cannot be used with add_signal_handler()')
# TypeError("loop must be an instance of AbstractEventLoop or None, not 'int'")
# True True True False True True
# True True
# <Handle noop(1, key=2)(3)
# 7
# NotImplementedError()
# NotImplementedError()
# TypeError('coroutines cannot be used with run_in_executor()')
# 98 [Errno 98] error while attempting to bind on address ('127.0.0.1', PORT): address already in use
# ssl_handshake_timeout is only meaningful with ssl
# True
