# The loop's exception handler hears of errors in callbacks, and of tasks that failed and were never asked.
import asyncio
import gc


async def main():
    loop, heard = asyncio.get_running_loop(), []

    def handler(loop, context):
        heard.append((context['message'], repr(context.get('exception')), sorted(set(context) - {'source_traceback'})))

    loop.set_exception_handler(handler)
    loop.call_soon(lambda: 1 // 0)
    await asyncio.sleep(0)

    async def fail():
        raise ValueError('unheard')

    task = asyncio.create_task(fail())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
    gc.collect()
    loop.call_exception_handler({'message': 'by hand', 'extra': 1})
    future = loop.create_future()
    future.add_done_callback(lambda future: future.result().missing)
    future.set_result(None)
    await asyncio.sleep(0)
    for message, error, keys in heard:
        print(message.split(' at 0x')[0].split('<')[0], error, keys)
    print(loop.get_exception_handler() is handler)
    loop.set_exception_handler(None)
    print(loop.get_exception_handler())
    try:
        loop.set_exception_handler('text')
    except TypeError as error:
        print(error)


asyncio.run(main())

# expect:
# Exception in callback main. ZeroDivisionError('integer division or modulo by zero') ['exception', 'handle', 'message']
# Task exception was never retrieved ValueError('unheard') ['exception', 'future', 'message']
# by hand None ['extra', 'message']
# Exception in callback main. AttributeError("'NoneType' object has no attribute 'missing'") ['exception', 'handle', 'message']
# True
# None
# A callable object or None is expected, got 'text'
