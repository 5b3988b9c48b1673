# Transports and protocols: connections, flow control, failures, datagrams.
import asyncio


class Echo(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        print('server: made', transport.get_extra_info('peername')[0])

    def data_received(self, data):
        print('server:', data)
        self.transport.write(data.upper())
        if data.endswith(b'!'):
            self.transport.close()

    def connection_lost(self, exc):
        print('server: lost', exc)


class Client(asyncio.Protocol):
    def __init__(self, lost):
        self.lost = lost
        self.got = b''

    def connection_made(self, transport):
        self.transport = transport
        transport.write(b'hello!')

    def data_received(self, data):
        self.got += data

    def eof_received(self):
        print('client: end of file after', self.got)

    def connection_lost(self, exc):
        self.lost.set_result(exc)


async def talk():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Echo, '127.0.0.1', 0)
    print(server.is_serving(), len(server.sockets))
    lost = loop.create_future()
    transport, protocol = await loop.create_connection(lambda: Client(lost), *server.sockets[0].getsockname())
    print(transport.is_closing(), transport.get_protocol() is protocol, isinstance(transport, asyncio.Transport))
    print('lost', await lost, transport.is_closing())
    server.close()
    await server.wait_closed()
    print(server.is_serving(), server.sockets)


class Slow(asyncio.Protocol):
    """Stops reading for a while, so that the other side has to stop writing."""

    def __init__(self, done):
        self.done = done
        self.count = 0

    def connection_made(self, transport):
        self.transport = transport
        transport.pause_reading()
        asyncio.get_running_loop().call_later(0.05, transport.resume_reading)

    def data_received(self, data):
        self.count += len(data)

    def connection_lost(self, exc):
        self.done.set_result(self.count)


class Flood(asyncio.Protocol):
    def __init__(self):
        self.calls = []
        self.may_write = asyncio.Event()
        self.may_write.set()

    def pause_writing(self):
        self.calls.append('pause')
        self.may_write.clear()

    def resume_writing(self):
        self.calls.append('resume')
        self.may_write.set()


async def flood():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    server = await loop.create_server(lambda: Slow(done), '127.0.0.1', 0)
    async with server:
        transport, protocol = await loop.create_connection(Flood, *server.sockets[0].getsockname())
        print(transport.get_write_buffer_limits())
        for _ in range(100):
            await protocol.may_write.wait()
            transport.write(bytes(200_000))
        transport.close()
        print(await done, protocol.calls[0], 'resume' in protocol.calls)


class Raises(asyncio.Protocol):
    def data_received(self, data):
        raise ValueError(data)


async def failures():
    loop = asyncio.get_running_loop()
    told = []
    loop.set_exception_handler(lambda loop, context: told.append(context))
    server = await loop.create_server(Raises, '127.0.0.1', 0)
    address = server.sockets[0].getsockname()
    reader, writer = await asyncio.open_connection(*address)
    writer.write(b'x')
    print(await reader.read())
    writer.close()
    await writer.wait_closed()
    print(told[0]['message'], repr(told[0]['exception']))
    server.close()
    try:
        await loop.create_connection(asyncio.Protocol, *address)
    except ConnectionRefusedError as error:
        print(error.errno)
    other = await loop.create_server(asyncio.Protocol, '127.0.0.1', 0)
    try:
        await loop.create_server(asyncio.Protocol, *other.sockets[0].getsockname())
    except OSError as error:
        print(error.errno, str(error).startswith("[Errno 98] error while attempting to bind on address ('127.0.0.1', "))
    other.close()


class Datagrams(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, addr):
        print('datagram', data)
        self.transport.sendto(data[::-1], addr)

    def connection_lost(self, exc):
        print('endpoint lost', exc)


class Answer(asyncio.DatagramProtocol):
    def __init__(self, answer):
        self.answer = answer

    def datagram_received(self, data, addr):
        self.answer.set_result(data)


async def datagrams():
    loop = asyncio.get_running_loop()
    server, _ = await loop.create_datagram_endpoint(Datagrams, local_addr=('127.0.0.1', 0))
    answer = loop.create_future()
    address = server.get_extra_info('sockname')
    client, _ = await loop.create_datagram_endpoint(lambda: Answer(answer), remote_addr=address)
    client.sendto(b'abc')
    print(await answer)
    client.close()
    server.close()
    await asyncio.sleep(0.01)


async def handle(reader, writer):
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
    writer.close()


async def names():
    """Tasks of a server count among the loop's."""
    seen = []

    async def note(reader, writer):
        seen.append(asyncio.current_task().get_name())
        await handle(reader, writer)

    async with await asyncio.start_server(note, '127.0.0.1', 0) as server:
        for _ in range(2):
            reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
            writer.write(b'a\nb\n')
            writer.write_eof()
            print(await reader.read())
            writer.close()
            await writer.wait_closed()
    first = int(asyncio.current_task().get_name().split('-')[1])
    print([int(name.split('-')[1]) - first for name in seen])


for test in (talk, flood, failures, datagrams, names):
    print('--', test.__name__)
    asyncio.run(test())

# expect:
# -- talk
# True 1
# server: made 127.0.0.1
# False True True
# server: b'hello!'
# server: lost None
# client: end of file after b'HELLO!'
# lost None True
# False ()
# -- flood
# (16384, 65536)
# 20000000 pause True
# -- failures
# b''
# Fatal error: protocol.data_received() call failed. ValueError(b'x')
# 111
# 98 True
# -- datagrams
# datagram b'abc'
# b'cba'
# endpoint lost None
# -- names
# b'A\nB\n'
# b'A\nB\n'
# [3, 5]
