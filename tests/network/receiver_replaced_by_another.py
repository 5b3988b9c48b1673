# Who waits for a socket may be cancelled while another begins to wait for it: that one hears what comes.
import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    one, other = socket.socketpair()
    one.setblocking(False)
    other.setblocking(False)
    first = asyncio.create_task(loop.sock_recv(one, 100))
    await asyncio.sleep(0)
    first.cancel()
    loop.call_later(0.01, other.send, b'to whom it may concern')
    async with asyncio.timeout(60):
        print(await loop.sock_recv(one, 100), first.cancelled())
    one.close()
    other.close()

    # Datagrams into a buffer, which are as many as there is room for.
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as receiver, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        receiver.bind(('127.0.0.1', 0))
        receiver.setblocking(False)
        sender.setblocking(False)
        print(await loop.sock_sendto(sender, b'abcdef', receiver.getsockname()))
        buffer = bytearray(10)
        count, address = await loop.sock_recvfrom_into(receiver, buffer)
        print(count, buffer, address[0])
        await loop.sock_sendto(sender, b'uvwxyz', receiver.getsockname())
        count, address = await loop.sock_recvfrom_into(receiver, buffer, 3)
        print(count, buffer)


asyncio.run(main())

# expect:
# b'to whom it may concern' True
# 6
# 6 bytearray(b'abcdef\x00\x00\x00\x00') 127.0.0.1
# 3 bytearray(b'uvwdef\x00\x00\x00\x00')
