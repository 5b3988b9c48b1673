# Done callbacks, call_soon, call_later, call_at, and in which order they come.
import asyncio


async def work(value):
    await asyncio.sleep(0)
    return value


async def main():
    loop = asyncio.get_running_loop()
    order = []
    handle = loop.call_soon(order.append, "soon 1")
    gone = loop.call_soon(order.append, "cancelled")
    loop.call_soon(order.append, "soon 2")
    gone.cancel()
    print(order, handle.cancelled(), gone.cancelled())
    await asyncio.sleep(0)
    print(order)
    order.clear()

    # So far apart that a slow machine keeps their order.
    loop.call_later(0.3, order.append, "third")
    loop.call_later(0.02, order.append, "first")
    loop.call_at(loop.time() + 0.15, order.append, "second")
    timer = loop.call_later(0.03, order.append, "cancelled")
    print(timer.when() > loop.time(), timer.cancelled())
    timer.cancel()
    await asyncio.sleep(0.35)
    print(order)
    order.clear()

    # A snapshot: what is added by a callback waits for the next turn.
    def again(left):
        order.append(left)
        if left:
            loop.call_soon(again, left - 1)

    loop.call_soon(again, 3)
    loop.call_soon(order.append, "beside")
    await asyncio.sleep(0)
    print(order)
    for i in range(3):
        await asyncio.sleep(0)
    print(order)
    order.clear()

    task = asyncio.create_task(work(5))
    task.add_done_callback(lambda task: order.append(("one", task.result())))

    def removed(task):
        order.append("never")

    task.add_done_callback(removed)
    task.add_done_callback(removed)
    print(task.remove_done_callback(removed), task.remove_done_callback(removed))
    task.add_done_callback(lambda task: order.append(("two", task.result())))
    await task
    print(order)
    task.add_done_callback(lambda task: order.append("late"))
    print(len(order))
    await asyncio.sleep(0)
    print(order)

    problems = []
    loop.set_exception_handler(lambda loop, context: problems.append(repr(context["exception"])))
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    print(problems)
    try:
        loop.call_later(None, print)
    except TypeError as error:
        print(error)


asyncio.run(main())

# expect:
# [] False True
# ['soon 1', 'soon 2']
# True False
# ['first', 'second', 'third']
# [3, 'beside']
# [3, 'beside', 2, 1, 0]
# 2 0
# [('one', 5), ('two', 5)]
# 2
# [('one', 5), ('two', 5), 'late']
# ["ZeroDivisionError('division by zero')"]
# delay must not be None
