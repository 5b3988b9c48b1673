# A protocol that gives the buffers into which its bytes are received; servers and connections that are asked for wrongly.
import asyncio
import socket


class Buffered(asyncio.BufferedProtocol):
    def __init__(self, done):
        self.buffer = bytearray(4)
        self.received = b""
        self.done = done

    def connection_made(self, transport):
        transport.write(b"hello there")

    def get_buffer(self, sizehint):
        return self.buffer

    def buffer_updated(self, nbytes):
        self.received += self.buffer[:nbytes]

    def eof_received(self):
        self.done.set_result(self.received)


class Failing(Buffered):
    def buffer_updated(self, nbytes):
        raise ValueError("no room")

    def connection_lost(self, exc):
        self.done.set_result(repr(exc))


async def echo(reader, writer):
    data = await reader.readexactly(11)
    writer.write(data.upper())
    writer.close()


async def refused(awaitable):
    try:
        await awaitable
    except ValueError as error:
        print(str(error).split(", got")[0])


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"]))
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    for kind in (Buffered, Failing):
        done = loop.create_future()
        transport, _ = await loop.create_connection(lambda: kind(done), "127.0.0.1", port)
        print(await done)
        transport.close()
    with socket.socket() as stream, socket.socket(type=socket.SOCK_DGRAM) as datagrams:
        await refused(loop.create_server(asyncio.Protocol))
        await refused(loop.create_server(asyncio.Protocol, "127.0.0.1", 0, sock=stream))
        await refused(loop.create_server(asyncio.Protocol, sock=datagrams))
        await refused(loop.create_connection(asyncio.Protocol))
        await refused(loop.create_connection(asyncio.Protocol, "127.0.0.1", port, sock=stream))
        await refused(loop.create_connection(asyncio.Protocol, sock=datagrams))
    server.close()


asyncio.run(main())

# expect:
# b'HELLO THERE'
# Fatal error: protocol.buffer_updated() call failed.
# ValueError('no room')
# Neither host/port nor sock were specified
# host/port and sock can not be specified at the same time
# A Stream Socket was expected
# host and port was not specified and no sock specified
# host/port and sock can not be specified at the same time
# A Stream Socket was expected
