# A loop watches sockets and pipes by their numbers.
import asyncio
import os
import socket


async def main():
    loop = asyncio.get_running_loop()
    a, b = socket.socketpair()
    a.setblocking(False)
    b.setblocking(False)
    received = loop.create_future()

    def readable():
        loop.remove_reader(a.fileno())
        received.set_result(a.recv(100))

    def writable():
        loop.remove_writer(b.fileno())
        b.send(b'hello')

    loop.add_reader(a.fileno(), readable)
    loop.add_writer(b.fileno(), writable)
    print(await received)

    r, w = os.pipe()
    os.set_blocking(r, False)
    received = loop.create_future()
    loop.add_reader(r, lambda: (loop.remove_reader(r), received.set_result(os.read(r, 10))))
    loop.call_later(0.02, os.write, w, b'pipe')
    print(await received, loop.remove_reader(r))
    # A file that is closed without a word is not watched any more.
    loop.add_reader(a.fileno(), print, 'never')
    b.send(b'x')
    a.close()
    await asyncio.sleep(0.02)
    for number in (-1, w + 100):
        try:
            loop.add_reader(number, print)
        except (ValueError, OSError) as error:
            print(type(error).__name__, error)

    server = await asyncio.start_server(lambda r, w: None, '127.0.0.1', 0)
    sock = server.sockets[0]
    print(str(sock).split(' fd=')[0], sock.proto, sock.gettimeout(), sock.fileno() >= 0)
    try:
        sock.setblocking(True)
    except ValueError as error:
        print(error)
    server.close()
    await server.wait_closed()


asyncio.run(main())

# expect:
# b'hello'
# b'pipe' False
# ValueError Invalid file descriptor: -1
# OSError [Errno 9] Bad file descriptor
# <asyncio.TransportSocket 6 0 True
# setblocking(): transport sockets cannot be blocking
