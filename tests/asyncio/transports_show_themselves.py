# What is told of transports, and by loops to whoever logs.
import asyncio
import logging
import sys

logging.basicConfig(level=logging.DEBUG, format='%(name)s %(levelname)s %(message)s', stream=sys.stdout)


async def handle(reader, writer):
    await reader.readline()
    shown.append(repr(writer.transport))
    writer.close()


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    print(writer.transport)
    writer.write(b'line\n')
    print(await reader.read(), reader)
    writer.close()
    await writer.wait_closed()
    print(repr(writer.transport).split(' fd=')[0], [text.split(' fd=')[1][2:] for text in shown])
    server.close()
    await server.wait_closed()


shown = []
asyncio.run(main())

# expect:
# asyncio DEBUG Using selector: EpollSelector
# <_SelectorSocketTransport fd=7 read=polling write=<idle, bufsize=0>>
# b'' <StreamReader eof transport=<_SelectorSocketTransport fd=7 read=idle write=<idle, bufsize=0>>>
# <_SelectorSocketTransport closed ['read=polling write=<idle, bufsize=0>>']
