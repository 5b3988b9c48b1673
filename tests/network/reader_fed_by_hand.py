# A StreamReader without a network: fed with bytes, it gives lines, exact counts and parts, and tells what is missing.
import asyncio


async def main():
    reader = asyncio.StreamReader(limit=16)
    reader.feed_data(b'first\nsecond;third|rest of it')
    print(await reader.readline(), await reader.readuntil(b';'), await reader.readuntil(b'|'))
    print(await reader.readexactly(4), await reader.read(3), reader.at_eof())
    waiting = asyncio.create_task(reader.readline())
    await asyncio.sleep(0)
    reader.feed_data(b'\nnot a whole line')
    print(await waiting, waiting.done())
    reader.feed_eof()
    try:
        await reader.readexactly(50)
    except asyncio.IncompleteReadError as error:
        print(error, error.partial, error.expected)
    print(await reader.read(), await reader.readline(), reader.at_eof())
    small = asyncio.StreamReader(limit=8)
    small.feed_data(b'much too long for the limit\nok\n')
    for read in (small.readuntil, small.readline):
        try:
            await read()
        except (asyncio.LimitOverrunError, ValueError) as error:
            print(type(error).__name__, error)
    print(await small.read(100))
    lines = asyncio.StreamReader()
    lines.feed_data(b'a\nb\nc')
    lines.feed_eof()
    print([line async for line in lines])
    broken = asyncio.StreamReader()
    broken.set_exception(ConnectionResetError('gone'))
    try:
        await broken.read()
    except ConnectionResetError as error:
        print(error)
    for wrong in (lambda: broken.readexactly(-1), lambda: lines.readuntil(b'')):
        try:
            await wrong()
        except (ValueError, ConnectionResetError) as error:
            print(type(error).__name__, error)


asyncio.run(main())

# expect:
# b'first\n' b'second;' b'third|'
# b'rest' b' of' False
# b' it\n' True
# 16 bytes read on a total of 50 expected bytes b'not a whole line' 50
# b'' b'' True
# LimitOverrunError Separator is found, but chunk is longer than limit
# ValueError Separator is found, but chunk is longer than limit
# b'ok\n'
# [b'a\n', b'b\n', b'c']
# gone
# ValueError readexactly size can not be less than zero
# ValueError Separator should be at least one-byte string
