# An interrupt that the main coroutine raises is the caller's, and nobody else is told of it.
import asyncio
import io
import sys


async def main(kind):
    await asyncio.sleep(0)
    raise kind


standard, sys.stderr = sys.stderr, io.StringIO()
for kind in (KeyboardInterrupt, SystemExit):
    try:
        asyncio.run(main(kind))
    except kind as error:
        print('caught', repr(error))
told, sys.stderr = sys.stderr.getvalue(), standard
print(repr(told))

# expect:
# caught KeyboardInterrupt()
# caught SystemExit()
# ''
