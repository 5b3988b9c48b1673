import asyncio

def numbers(first):
    second = first + 1
    yield first
    yield from [second, second]

g = numbers(3)
print(g.gi_frame.f_lineno, g.gi_frame.f_locals, g.gi_frame.f_code.co_name)
print(next(g), g.gi_frame.f_lineno, g.gi_frame.f_locals, g.gi_frame.f_back, g.gi_yieldfrom)
print(next(g), g.gi_frame.f_lineno, type(g.gi_yieldfrom).__name__ != 'NoneType')
print(list(g), g.gi_frame, g.gi_yieldfrom)

def closing():
    inside = 1
    def inner():
        return inside
    yield inner
c = closing()
next(c)
print(sorted(c.gi_frame.f_locals), c.gi_frame.f_locals['inside'])

async def double(x):
    y = x * 2
    await asyncio.sleep(0)
    return y
waiting = double(5)
print(waiting.cr_frame.f_locals, waiting.cr_frame.f_lineno, waiting.cr_await, waiting.cr_origin)
waiting.close()
print(waiting.cr_frame)

async def several(x):
    yield x
a = several(1)
print(a.ag_frame.f_locals, a.ag_await, a.ag_frame.f_lineno)

# expect:
# 3 {'first': 3} numbers
# 3 5 {'first': 3, 'second': 4} None None
# 4 6 True
# [4] None None
# ['inner', 'inside'] 1
# {'x': 5} 23 None None
# None
# {'x': 1} None 32
