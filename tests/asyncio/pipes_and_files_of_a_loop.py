# Pipes as transports of a loop, and files that it sends.
import asyncio
import os
import shutil
import socket
import tempfile


async def main():
    loop = asyncio.get_running_loop()
    r, w = os.pipe()
    reader = asyncio.StreamReader()
    incoming, _ = await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(r, 'rb'))
    outgoing, protocol = await loop.connect_write_pipe(asyncio.streams.FlowControlMixin, os.fdopen(w, 'wb'))
    writer = asyncio.StreamWriter(outgoing, protocol, None, loop)
    writer.write(b'line 1\nline 2\n')
    await writer.drain()
    print(await reader.readline(), await reader.readline())
    outgoing.close()
    print(await reader.read(), outgoing.is_closing())
    incoming.close()

    path = os.path.join(tempfile.mkdtemp(), 'data')
    with open(path, 'wb') as file:
        file.write(bytes(range(250)) * 400)

    async def sends_a_file(reader, writer):
        with open(path, 'rb') as file:
            print(await loop.sendfile(writer.transport, file), file.tell())
        writer.close()

    async with await asyncio.start_server(sends_a_file, '127.0.0.1', 0) as server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        print(len(await reader.read()))
        writer.close()
    a, b = socket.socketpair()
    a.setblocking(False)
    b.setblocking(False)
    with open(path, 'rb') as file:
        print(await loop.sock_sendfile(a, file, 10, 50), (await loop.sock_recv(b, 1000))[:3])
    shutil.rmtree(os.path.dirname(path))


asyncio.run(main())

# expect:
# b'line 1\n' b'line 2\n'
# b'' True
# 100000 100000
# 100000
# 50 b'\n\x0b\x0c'
