# A chat in memory: each member is a task with a queue, a room hands every message to all others.
import asyncio


class Room:
    def __init__(self):
        self.members = {}

    async def join(self, name):
        self.members[name] = asyncio.Queue()
        await self.say('room', f'{name} joined')

    async def leave(self, name):
        await self.members.pop(name).put(None)
        await self.say('room', f'{name} left')

    async def say(self, sender, text):
        for name, box in self.members.items():
            if name != sender:
                await box.put(f'{sender}: {text}')


async def listen(box, heard):
    while (line := await box.get()) is not None:
        heard.append(line)


async def main():
    room, heard, tasks = Room(), {}, {}
    for name in ('ann', 'bob', 'cid'):
        await room.join(name)
        heard[name] = []
        tasks[name] = asyncio.create_task(listen(room.members[name], heard[name]))
    await room.say('ann', 'hello')
    await room.leave('bob')
    await asyncio.gather(room.say('ann', 'is bob gone?'), room.say('cid', 'it seems so'))
    for name in ('ann', 'cid'):
        await room.leave(name)
    await asyncio.gather(*tasks.values())
    for name in heard:
        print(name, heard[name])


asyncio.run(main())

# expect:
# ann ['room: ann joined', 'room: bob joined', 'room: cid joined', 'room: bob left', 'cid: it seems so']
# bob ['room: bob joined', 'room: cid joined', 'ann: hello']
# cid ['room: cid joined', 'ann: hello', 'room: bob left', 'ann: is bob gone?', 'room: ann left']
