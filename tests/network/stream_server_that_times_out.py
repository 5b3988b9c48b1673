# A server that drops silent clients by a timeout, and a client that notices; other clients are served meanwhile.
import asyncio


async def serve(reader, writer):
    try:
        while True:
            async with asyncio.timeout(0.02 if silent.is_set() else 10):
                data = await reader.read(100)
            if not data:
                break
            writer.write(b'<' + data + b'>')
            silent.set()
    except TimeoutError:
        events.append('dropped a silent client')
    finally:
        writer.close()


async def main():
    global silent, events
    silent, events = asyncio.Event(), []
    server = await asyncio.start_server(serve, '127.0.0.1', 0)
    address = server.sockets[0].getsockname()
    async with server:
        reader, writer = await asyncio.open_connection(*address)
        writer.write(b'hello')
        print(await reader.read(100))
        print('then nothing:', await reader.read(100), events)
        writer.close()
        await writer.wait_closed()
        print(writer.is_closing(), reader.at_eof())
    try:
        await asyncio.open_connection(*address)
    except ConnectionRefusedError as error:
        print(type(error).__name__)


asyncio.run(main())

# expect:
# b'<hello>'
# then nothing: b'' ['dropped a silent client']
# True True
# ConnectionRefusedError
