# A circuit breaker: after three failures calls are refused at once, after a while one is let through to try.
import asyncio


class Breaker:
    def __init__(self, limit, rest, clock):
        self.limit, self.rest, self.clock = limit, rest, clock
        self.failures, self.opened = 0, None

    @property
    def state(self):
        if self.opened is None:
            return 'closed'
        return 'half open' if self.clock() - self.opened >= self.rest else 'open'

    async def __aenter__(self):
        if self.state == 'open':
            raise ConnectionAbortedError('the breaker is open')

    async def __aexit__(self, kind, error, trace):
        if kind is None:
            self.failures, self.opened = 0, None
        else:
            self.failures += 1
            if self.failures >= self.limit:
                self.opened = self.clock()
        return False


now = 0.0
healthy = False
reached = 0


async def call(breaker):
    global reached
    try:
        async with breaker:
            reached += 1
            await asyncio.sleep(0)
            if not healthy:
                raise TimeoutError('service')
            return 'answer'
    except (TimeoutError, ConnectionAbortedError) as error:
        return str(error)


async def main():
    global now, healthy
    breaker = Breaker(limit=3, rest=5, clock=lambda: now)
    print([await call(breaker) for _ in range(5)], reached)
    for now, healthy in ((4, True), (5, False), (6, True), (11, True), (12, True)):
        print(now, breaker.state, '->', await call(breaker), '->', breaker.state)
    print(reached, breaker.failures)


asyncio.run(main())

# expect:
# ['service', 'service', 'service', 'the breaker is open', 'the breaker is open'] 3
# 4 open -> the breaker is open -> open
# 5 half open -> service -> open
# 6 open -> the breaker is open -> open
# 11 half open -> answer -> closed
# 12 closed -> answer -> closed
# 6 0
