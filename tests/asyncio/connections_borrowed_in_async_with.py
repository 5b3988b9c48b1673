# An async pool: connections are made when first wanted, lent to one task at a time, and closed in the end.
import asyncio
from contextlib import asynccontextmanager


class Connection:
    made = 0

    def __init__(self):
        Connection.made += 1
        self.number = Connection.made
        self.users = 0
        self.open = True

    async def run(self, query):
        self.users += 1
        assert self.users == 1
        await asyncio.sleep(0)
        self.users -= 1
        if query == 'bad':
            raise ValueError('syntax')
        return f'{query}!'


class Pool:
    def __init__(self, limit):
        self.limit = asyncio.Semaphore(limit)
        self.idle, self.all = [], []

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, trace):
        for connection in self.all:
            await asyncio.sleep(0)
            connection.open = False
        print('closed', len(self.all), 'after', kind.__name__ if kind else 'no error')

    @asynccontextmanager
    async def borrow(self):
        async with self.limit:
            if not self.idle:
                self.all.append(Connection())
                self.idle.append(self.all[-1])
            connection = self.idle.pop()
            try:
                yield connection
            finally:
                self.idle.append(connection)


async def ask(pool, query):
    async with pool.borrow() as connection:
        return await connection.run(query)


async def main():
    async with Pool(2) as pool:
        print(await asyncio.gather(*(ask(pool, f'q{n}') for n in range(6))), Connection.made)
    try:
        async with Pool(3) as pool:
            print(await ask(pool, 'good'))
            await ask(pool, 'bad')
    except ValueError as error:
        print(error, [connection.open for connection in pool.all], len(pool.idle))


asyncio.run(main())

# expect:
# ['q0!', 'q1!', 'q2!', 'q3!', 'q4!', 'q5!'] 2
# closed 2 after no error
# good!
# closed 1 after ValueError
# syntax [False] 1
