# A line protocol over asyncio streams: several clients of one server, each with a conversation of its own.
import asyncio


async def calculate(reader, writer):
    count = 0
    while line := await reader.readline():
        count += 1
        try:
            left, sign, right = line.decode().split()
            result = {'+': int(left) + int(right), '*': int(left) * int(right)}[sign]
        except (ValueError, KeyError) as error:
            result = type(error).__name__
        writer.write(f'{result}\n'.encode())
        await writer.drain()
    served.append(count)
    writer.close()
    await writer.wait_closed()


async def ask(port, *questions):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    answers = []
    for question in questions:
        writer.write(question.encode() + b'\n')
        answers.append((await reader.readline()).decode().strip())
    writer.write_eof()
    answers.append(await reader.read())
    writer.close()
    await writer.wait_closed()
    return answers


served = []


async def main():
    server = await asyncio.start_server(calculate, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        print(await asyncio.gather(ask(port, '1 + 2', '3 * 4'), ask(port, 'nonsense', '1 - 1'), ask(port)))
        print(server.is_serving())
    while len(served) < 3:
        await asyncio.sleep(0.001)
    print(sorted(served), server.is_serving())


asyncio.run(main())

# expect:
# [['3', '12', b''], ['ValueError', 'KeyError', b''], [b'']]
# True
# [0, 2, 2] False
