# A connection as a state machine: events drive it, waiters wait for a state, and wrong events are refused.
import asyncio


class Connection:
    MOVES = {('closed', 'open'): 'opening', ('opening', 'opened'): 'ready', ('opening', 'failed'): 'closed',
             ('ready', 'close'): 'closing', ('closing', 'closed'): 'closed'}

    def __init__(self):
        self.state = 'closed'
        self.history = ['closed']
        self.changed = asyncio.Condition()

    async def happen(self, event):
        async with self.changed:
            try:
                self.state = self.MOVES[self.state, event]
            except KeyError:
                raise ValueError(f'{event} while {self.state}') from None
            self.history.append(self.state)
            self.changed.notify_all()

    async def reach(self, state):
        async with self.changed:
            await self.changed.wait_for(lambda: self.state == state)
            return f'reached {state}'


async def main():
    connection = Connection()
    waiting = [asyncio.create_task(connection.reach(state)) for state in ('ready', 'closing', 'closed')]
    for event in ('open', 'failed', 'open', 'opened', 'close', 'closed'):
        await connection.happen(event)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    print(await asyncio.gather(*waiting))
    print(connection.history)
    for wrong in ('opened', 'close', 'sing'):
        try:
            await connection.happen(wrong)
        except ValueError as error:
            print(error)


asyncio.run(main())

# expect:
# ['reached ready', 'reached closing', 'reached closed']
# ['closed', 'opening', 'closed', 'opening', 'ready', 'closing', 'closed']
# opened while closed
# close while closed
# sing while closed
