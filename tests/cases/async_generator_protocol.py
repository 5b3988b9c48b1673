import asyncio
async def ag():
    try:
        for i in range(3):
            x = yield i
            print('sent', x)
    finally: print('ag done')
async def main():
    a = ag(); print(await a.__anext__(), await a.asend('hi')); await a.aclose()
    async for v in ag():
        if v == 1: break
        print(v)
    print([x async for x in ag()], {x: 1 async for x in ag() if x})
    a = ag(); await anext(a)
    try: await a.athrow(ValueError('t'))
    except ValueError as e: print('ve', e)
    async with AC() as c: print(c)
    r = await asyncio.gather(w(1, .02), w(2, .01), return_exceptions=True); print(r)
    try: await asyncio.wait_for(asyncio.sleep(5), .01)
    except asyncio.TimeoutError: print('timeout')
    t = asyncio.create_task(w(3, 1)); await asyncio.sleep(0); t.cancel()
    try: await t
    except asyncio.CancelledError: print('cancelled', t.cancelled())
    q = asyncio.Queue(); await q.put(1); print(q.qsize(), await q.get())
class AC:
    async def __aenter__(self): print('aenter'); return 'ac'
    async def __aexit__(self, *e): print('aexit'); return False
async def w(n, t):
    await asyncio.sleep(t); print('w', n)
    if n == 2: raise KeyError(n)
    return n
asyncio.run(main())

# expect:
# sent hi
# 0 1
# ag done
# 0
# sent None
# sent None
# sent None
# sent None
# ag done
# sent None
# sent None
# sent None
# ag done
# [0, 1, 2] {1: 1, 2: 1}
# ag done
# ve t
# aenter
# ac
# aexit
# ag done
# w 2
# w 1
# [1, KeyError(2)]
# timeout
# cancelled True
# 1 1
