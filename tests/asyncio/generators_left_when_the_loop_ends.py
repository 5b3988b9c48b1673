# Who leaves an asynchronous generator in its middle closes it; where the program's coroutine ends at once, the loop's end does.
import asyncio


async def items(name):
    try:
        yield 1
        yield 2
    except BaseException as error:
        print(name, 'leaves by', type(error).__name__)
        raise
    finally:
        print(name, 'cleans up')
        if name == 'patient':
            await asyncio.sleep(0)
            print(name, 'has waited')
        if name == 'clumsy':
            1 / 0


async def take_one(name, turns):
    def tell(loop, context):
        print('told:', context['message'], repr(context.get('exception')))

    asyncio.get_running_loop().set_exception_handler(tell)
    async for item in items(name):
        break
    for turn in range(turns):
        await asyncio.sleep(0)
    print(name, 'is done after', turns, 'turns')


for name in 'plain', 'patient', 'clumsy':
    for turns in 0, 1, 3:
        asyncio.run(take_one(name, turns))

# expect:
# plain is done after 0 turns
# plain leaves by CancelledError
# plain cleans up
# plain is done after 1 turns
# plain leaves by GeneratorExit
# plain cleans up
# plain leaves by GeneratorExit
# plain cleans up
# plain is done after 3 turns
# patient is done after 0 turns
# patient leaves by CancelledError
# patient cleans up
# patient is done after 1 turns
# patient leaves by GeneratorExit
# patient cleans up
# patient leaves by GeneratorExit
# patient cleans up
# patient has waited
# patient is done after 3 turns
# clumsy is done after 0 turns
# clumsy leaves by CancelledError
# clumsy cleans up
# told: unhandled exception during asyncio.run() shutdown ZeroDivisionError('division by zero')
# clumsy is done after 1 turns
# clumsy leaves by GeneratorExit
# clumsy cleans up
# told: Task exception was never retrieved ZeroDivisionError('division by zero')
# clumsy leaves by GeneratorExit
# clumsy cleans up
# told: Task exception was never retrieved ZeroDivisionError('division by zero')
# clumsy is done after 3 turns
