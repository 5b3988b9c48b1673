# A generator or coroutine that handles what it was thrown, rests, and raises that again, while its caller handles it too.
import asyncio
def gen():
    try:
        yield 1
    except ValueError as e:
        yield 2
        try:
            raise
        except ValueError as v:
            print("raised again", v, v is e)
        yield 3
    yield 4
g = gen()
print(next(g))
try:
    raise ValueError("boom")
except ValueError as e:
    print(g.throw(e))
    print(next(g))
print(next(g))
try:
    raise
except RuntimeError as e:
    print(e)
async def worker():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        await asyncio.sleep(0)
        print("cleaned up")
        raise
async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as e:
        print("cancelled", task.cancelled())
asyncio.run(main())

# expect:
# 1
# 2
# raised again boom True
# 3
# 4
# No active exception to reraise
# cleaned up
# cancelled True
