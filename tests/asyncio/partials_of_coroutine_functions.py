# A partial of a coroutine function is one, too: routers that take both kinds of handlers ask asyncio which it is.
import asyncio
import functools


class Service:
    async def answer(self, prefix, text):
        await asyncio.sleep(0)
        return f'{prefix}: {text}'

    def plain(self, prefix, text):
        return f'{prefix}, plain: {text}'


async def dispatch(handler, text):
    if asyncio.iscoroutinefunction(handler):
        return await handler(text)
    return await asyncio.to_thread(handler, text)


async def main():
    service = Service()
    handlers = [functools.partial(service.answer, 'a'), functools.partial(service.plain, 'b'),
                functools.partial(functools.partial(Service.answer, service), 'c')]
    for handler in handlers:
        print(asyncio.iscoroutinefunction(handler))
        print(await dispatch(handler, 'text'))


asyncio.run(main())

# expect:
# True
# a: text
# False
# b, plain: text
# True
# c: text
