# What a task tells of its coroutine: where it is, or where it was defined once it is done; and of what is called then.
import asyncio
import re


def show(value):
    print(re.sub(r"( at | in )\S*?(\w+\.py)", r'\1\2', repr(value)))


def stack(task, **limit):
    return [(frame.f_code.co_name, frame.f_lineno) for frame in task.get_stack(**limit)]


async def child(number):
    await asyncio.sleep(0.001)
    return number


async def parent():
    await child(3)


async def wrong():
    raise ValueError('x')


async def looks_at_itself():
    show(asyncio.current_task())
    print(stack(asyncio.current_task())[-1])


class Holder:
    async def method(self):
        await asyncio.sleep(0)

    def heard(self, task):
        pass


def heard(task):
    pass


async def main():
    async def local():
        pass

    task = asyncio.create_task(child(1), name='first')
    task.add_done_callback(heard)
    task.add_done_callback(Holder().heard)
    show(task)
    await asyncio.sleep(0)
    show(task)
    print(stack(task), stack(task, limit=0))
    await task
    show(task)
    print(stack(task))
    task = asyncio.create_task(wrong(), name='wrong')
    await asyncio.wait([task])
    show(task)
    print(stack(task)[-1])
    task.exception()
    task = asyncio.create_task(looks_at_itself(), name='self')
    await task
    show(task)
    task = asyncio.create_task(parent(), name='parent')
    await asyncio.sleep(0)
    show(task)
    print(stack(task))
    task.cancel()
    show(task)
    await asyncio.wait([task])
    show(task)
    for coroutine in Holder().method(), local():
        task = asyncio.create_task(coroutine, name='other')
        show(task)
        await task
        show(task)


asyncio.run(main())

# expect:
# <Task pending name='first' coro=<child() running at where_tasks_are.py:14> cb=[heard() at where_tasks_are.py:40, Holder.heard()]>
# <Task pending name='first' coro=<child() running at where_tasks_are.py:15> wait_for=<Future pending cb=[Task.task_wakeup()]> cb=[heard() at where_tasks_are.py:40, Holder.heard()]>
# [('child', 15)] []
# <Task finished name='first' coro=<child() done, defined at where_tasks_are.py:14> result=1>
# []
# <Task finished name='wrong' coro=<wrong() done, defined at where_tasks_are.py:23> exception=ValueError('x')>
# ('wrong', 24)
# <Task pending name='self' coro=<looks_at_itself() running at where_tasks_are.py:28> cb=[Task.task_wakeup()]>
# ('looks_at_itself', 29)
# <Task finished name='self' coro=<looks_at_itself() done, defined at where_tasks_are.py:27> result=None>
# <Task pending name='parent' coro=<parent() running at where_tasks_are.py:20> wait_for=<Future pending cb=[Task.task_wakeup()]>>
# [('parent', 20)]
# <Task cancelling name='parent' coro=<parent() running at where_tasks_are.py:20> wait_for=<Future cancelled>>
# <Task cancelled name='parent' coro=<parent() done, defined at where_tasks_are.py:19>>
# <Task pending name='other' coro=<Holder.method() running at where_tasks_are.py:33>>
# <Task finished name='other' coro=<Holder.method() done, defined at where_tasks_are.py:33> result=None>
# <Task pending name='other' coro=<main.<locals>.local() running at where_tasks_are.py:45>>
# <Task finished name='other' coro=<main.<locals>.local() done, defined at where_tasks_are.py:45> result=None>
