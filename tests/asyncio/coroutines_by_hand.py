# What an event loop does with a coroutine, done by hand: send, throw and close, and what awaiting an own object means.
import asyncio


class Ask:
    def __init__(self, question):
        self.question = question

    def __await__(self):
        answer = yield self.question
        return answer.upper()


async def talk():
    log.append('begins')
    try:
        first = await Ask('name?')
        second = await Ask(f'{first}, where from?')
    except KeyError as error:
        return f'refused: {error}'
    finally:
        log.append('ends')
    return f'{first} of {second}'


def drive(coroutine, answers):
    value = None
    answers = iter(answers)
    try:
        while True:
            question = coroutine.send(value)
            value = next(answers)
            log.append((question, value))
    except StopIteration as stop:
        return stop.value


log = []
print(drive(talk(), ['ann', 'york']), log)
log.clear()
refused = talk()
print(refused.send(None))
try:
    refused.throw(KeyError('rude'))
except StopIteration as stop:
    print(stop.value, log)
log.clear()
closed = talk()
closed.send(None)
closed.close()
print(log)
fresh = talk()
for wrong in (lambda: closed.send(None), lambda: fresh.send('early')):
    try:
        wrong()
    except (RuntimeError, TypeError) as error:
        print(type(error).__name__, error)
fresh.close()
try:
    asyncio.run(talk())
except RuntimeError as error:
    print(error)

# expect:
# ANN of YORK ['begins', ('name?', 'ann'), ('ANN, where from?', 'york'), 'ends']
# name?
# refused: 'rude' ['begins', 'ends']
# ['begins', 'ends']
# RuntimeError cannot reuse already awaited coroutine
# TypeError can't send non-None value to a just-started coroutine
# Task got bad yield: 'name?'
