# A Protocol: the transport calls connection_made, data_received, eof_received and connection_lost, in that order.
import asyncio


class Logged(asyncio.Protocol):
    def __init__(self, name, lost):
        self.name, self.lost = name, lost
        self.log, self.received = [], b''

    def connection_made(self, transport):
        self.transport = transport
        self.log.append('made')

    def data_received(self, data):
        self.received += data
        if self.name == 'server' and self.received.endswith(b'!'):
            self.transport.write(self.received[::-1])

    def eof_received(self):
        self.log.append('eof')

    def connection_lost(self, error):
        self.log.append(f'lost {error}')
        self.lost.set_result(None)


async def main():
    loop = asyncio.get_running_loop()
    servers = []

    def make():
        servers.append(Logged('server', loop.create_future()))
        return servers[-1]

    server = await loop.create_server(make, '127.0.0.1', 0)
    host, port = server.sockets[0].getsockname()
    transport, client = await loop.create_connection(lambda: Logged('client', loop.create_future()), host, port)
    print(transport.get_extra_info('peername') == (host, port), transport.is_closing(), transport.can_write_eof())
    transport.write(b'hello ')
    transport.writelines([b'wor', b'ld', b'!'])
    while len(client.received) < 12:
        await asyncio.sleep(0.0005)
    print(client.received, servers[0].received)
    transport.write_eof()
    await asyncio.gather(client.lost, servers[0].lost)
    print(client.log, servers[0].log, transport.is_closing())
    server.close()
    await server.wait_closed()
    print(server.is_serving(), server.sockets)


asyncio.run(main())

# expect:
# True False True
# b'!dlrow olleh' b'hello world!'
# ['made', 'eof', 'lost None'] ['made', 'eof', 'lost None'] True
# False ()
