# A generator expression may await wherever it stands; it is an asynchronous generator then.
import asyncio


async def double(value):
    await asyncio.sleep(0)
    return value * 2


def doubled(values):
    return (await double(value) for value in values)


def chosen(values):
    return (value for value in values if await double(value) > 4)


def nested(values):
    return ([await double(each) for each in value] for value in values)


async def main():
    print([value async for value in doubled([1, 2])])
    print([value async for value in chosen([1, 2, 3, 4])])
    print([value async for value in nested([[1, 2], [3]])])
    print(type(doubled([])).__name__)


asyncio.run(main())
for text in ("def f():\n return (i for i in await x)", "def f():\n return [await i for i in x]", "lambda: await i"):
    try:
        compile(text, "text", "exec")
    except SyntaxError as error:
        print(error.msg)

# expect:
# [2, 4]
# [3, 4]
# [[2, 4], [6]]
# async_generator
# 'await' outside async function
# asynchronous comprehension outside of an asynchronous function
# 'await' outside async function
