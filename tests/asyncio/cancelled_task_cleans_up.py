# What a task does with its cancellation: tidy up and go, turn it into a result, or wait a little longer.
import asyncio


async def obedient(log):
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(0)
        log.append('tidied up')


async def stubborn(log):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        log.append(f'cancelled with {error.args}')
        return 'made something of it'


async def deaf(log):
    for attempt in range(2):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            log.append(f'not yet {attempt}')
    raise LookupError('nothing found')


async def main():
    for body in (obedient, stubborn, deaf):
        log = []
        task = asyncio.create_task(body(log), name=body.__name__)
        await asyncio.sleep(0)
        print(task.get_name(), task.cancel('please'), task.cancelling(), task.done())
        await asyncio.sleep(0)
        if body is deaf:
            task.cancel()
        try:
            print('result:', await task)
        except (asyncio.CancelledError, LookupError) as error:
            print('raised:', type(error).__name__, error.args)
        print(log, task.cancelled(), task.cancelling(), task.cancel())
    never_begun = asyncio.create_task(obedient(log))
    never_begun.cancel()
    await asyncio.wait([never_begun])
    print(never_begun.cancelled(), log)
    print('a CancelledError is no Exception:', issubclass(asyncio.CancelledError, Exception))


asyncio.run(main())

# expect:
# obedient True 1 False
# raised: CancelledError ('please',)
# ['tidied up'] True 1 False
# stubborn True 1 False
# result: made something of it
# ["cancelled with ('please',)"] False 1 False
# deaf True 1 False
# raised: LookupError ('nothing found',)
# ['not yet 0', 'not yet 1'] False 2 False
# True ['not yet 0', 'not yet 1']
# a CancelledError is no Exception: False
