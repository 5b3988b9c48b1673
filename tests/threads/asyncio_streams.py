# Streams: connections upon the loop, between the program's own parts.
import asyncio


async def echo(reader, writer):
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def talk():
    server = await asyncio.start_server(echo, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        reader, writer = await asyncio.open_connection('127.0.0.1', port)
        writer.write(b'hello\nwor')
        print(await reader.readline())
        writer.write(b'ld\n')
        print(await reader.readuntil(b'\n'))
        print(writer.get_extra_info('peername') == ('127.0.0.1', port), writer.is_closing())
        writer.write_eof()
        print(await reader.read(), reader.at_eof())
        writer.close()
        await writer.wait_closed()
        print(writer.is_closing())


async def many():
    async def client(number):
        reader, writer = await asyncio.open_connection('localhost', port)
        writer.write(f'client {number}\n'.encode())
        answer = await reader.readexactly(9)
        writer.close()
        await writer.wait_closed()
        return answer

    server = await asyncio.start_server(echo, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        print(await asyncio.gather(*[client(number) for number in range(5)]))


async def large():
    async def swallow(reader, writer):
        count = 0
        while data := await reader.read(10_000):
            count += len(data)
            await asyncio.sleep(0)
        writer.write(str(count).encode())
        writer.close()

    server = await asyncio.start_server(swallow, '127.0.0.1', 0)
    async with server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        for _ in range(20):
            writer.write(b'x' * 100_000)
            await writer.drain()
        writer.write_eof()
        print(await reader.read())
        writer.close()


async def failures():
    server = await asyncio.start_server(echo, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    writer.write(b'short')
    writer.write_eof()
    try:
        await reader.readexactly(10)
    except asyncio.IncompleteReadError as error:
        print(error, error.partial, error.expected)
    writer.close()
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    try:
        await asyncio.wait_for(reader.read(1), 0.01)
    except TimeoutError:
        print('nothing came')
    writer.close()
    await writer.wait_closed()
    await asyncio.sleep(0.05)
    server.close()
    await server.wait_closed()
    print(server.is_serving())
    try:
        await asyncio.open_connection('127.0.0.1', port)
    except ConnectionRefusedError as error:
        print(type(error).__name__)


async def from_a_thread():
    # A thread wakes the loop while it waits for a socket.
    server = await asyncio.start_server(echo, '127.0.0.1', 0)
    async with server:
        print(await asyncio.to_thread(lambda: 'from the thread'))
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        waiting = asyncio.create_task(reader.read(1))
        print(await asyncio.to_thread(sum, [1, 2]), waiting.done())
        writer.write(b'a\n')
        print(await waiting)
        writer.close()
        await writer.wait_closed()
        await asyncio.sleep(0.05)


async def plain_sockets():
    import socket
    loop = asyncio.get_running_loop()
    listener = socket.create_server(('127.0.0.1', 0))
    listener.setblocking(False)

    async def serve():
        connection, address = await loop.sock_accept(listener)
        with connection:
            data = await loop.sock_recv(connection, 100)
            await loop.sock_sendall(connection, data[::-1])

    task = asyncio.create_task(serve())
    client = socket.socket()
    client.setblocking(False)
    await loop.sock_connect(client, listener.getsockname())
    await loop.sock_sendall(client, b'abc')
    print(await loop.sock_recv(client, 100))
    await task
    client.close()
    listener.close()


for test in (talk, many, large, failures, from_a_thread, plain_sockets):
    print('--', test.__name__)
    asyncio.run(test())

# expect:
# -- talk
# b'HELLO\n'
# b'WORLD\n'
# True False
# b'' True
# True
# -- many
# [b'CLIENT 0\n', b'CLIENT 1\n', b'CLIENT 2\n', b'CLIENT 3\n', b'CLIENT 4\n']
# -- large
# b'2000000'
# -- failures
# 5 bytes read on a total of 10 expected bytes b'SHORT' 10
# nothing came
# False
# ConnectionRefusedError
# -- from_a_thread
# from the thread
# 3 False
# b'A'
# -- plain_sockets
# b'cba'
