# The loop's own calls for sockets: sock_accept, sock_connect, sock_sendall, sock_recv, and watching with add_reader.
import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    listener = socket.create_server(('127.0.0.1', 0))
    listener.setblocking(False)
    client = socket.socket()
    client.setblocking(False)
    accepting = asyncio.create_task(loop.sock_accept(listener))
    await loop.sock_connect(client, listener.getsockname())
    server, address = await accepting
    print(address == client.getsockname(), server.getblocking())
    await loop.sock_sendall(client, b'question')
    print(await loop.sock_recv(server, 100))
    buffer = bytearray(10)
    await loop.sock_sendall(server, b'answer')
    print(await loop.sock_recv_into(client, buffer), bytes(buffer))
    heard, ready = [], asyncio.Event()

    def on_readable():
        heard.append(server.recv(100))
        ready.set()

    loop.add_reader(server, on_readable)
    await loop.sock_sendall(client, b'watched')
    await asyncio.wait_for(ready.wait(), 10)
    print(heard, loop.remove_reader(server), loop.remove_reader(server))
    waiting = asyncio.create_task(loop.sock_recv(client, 10))
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.wait([waiting])
    print('cancelled:', waiting.cancelled())
    client.close()
    print(await loop.sock_recv(server, 10))
    for one in (server, listener):
        one.close()


asyncio.run(main())

# expect:
# True False
# b'question'
# 6 b'answer\x00\x00\x00\x00'
# [b'watched'] True False
# cancelled: True
# b''
