# UDP in an event loop: a DatagramProtocol answers, a client protocol gathers the answers and closes the endpoint.
import asyncio


class Doubler(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, address):
        self.transport.sendto(data * 2, address)


class Client(asyncio.DatagramProtocol):
    def __init__(self, questions, done):
        self.questions, self.done = questions, done
        self.answers, self.log = [], []

    def connection_made(self, transport):
        self.log.append('made')
        for question in self.questions:
            transport.sendto(question)
        self.transport = transport

    def datagram_received(self, data, address):
        self.answers.append(data)
        if len(self.answers) == len(self.questions):
            self.transport.close()

    def connection_lost(self, error):
        self.log.append(f'lost {error}')
        self.done.set_result(sorted(self.answers))


async def main():
    loop = asyncio.get_running_loop()
    server, _ = await loop.create_datagram_endpoint(Doubler, local_addr=('127.0.0.1', 0))
    address = server.get_extra_info('sockname')
    done = loop.create_future()
    transport, client = await loop.create_datagram_endpoint(
        lambda: Client([b'a', b'bc', b'def'], done), remote_addr=address)
    print(await asyncio.wait_for(done, 10), client.log, transport.is_closing())
    server.close()
    print(server.is_closing())


asyncio.run(main())

# expect:
# [b'aa', b'bcbc', b'defdef'] ['made', 'lost None'] True
# True
