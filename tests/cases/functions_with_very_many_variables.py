"""Functions with more variables than a frame has slots."""


def made(text):
    names = {}
    exec(text, names)
    return names['f']


def assignments(count):
    return ''.join(f'    v{at} = {at}\n' for at in range(count))


f = made('def f(a, b=2):\n' + assignments(400) + '    return v0 + v399 + v255 + v256 + a + b\n')
print(f(1), f(1, b=5))
print(f.__code__.co_nlocals, f.__code__.co_varnames[:4], f.__code__.co_varnames[-2:])

f = made('def f():\n' + assignments(300) + '    here = locals()\n    return here\n')
print(len(f()), f()['v299'], list(f()) == [f'v{at}' for at in range(300)])

f = made('def f(flag):\n' + assignments(300) + '    if flag:\n        late = 1\n    del v299\n    return late\n')
print(f(True))
try:
    f(False)
except UnboundLocalError as error:
    print(error)

f = made('def f():\n' + assignments(300) + '    del v299\n    del v299\n')
try:
    f()
except UnboundLocalError as error:
    print(error)

# A variable of this name that is no local one is not meant.
v299 = len
f = made('len = 3\ndef f():\n' + assignments(300) + '    if v0:\n        len = 4\n    return len\n')
try:
    f()
except UnboundLocalError as error:
    print(error)

# What functions inside share, and generators.
text = 'def f():\n' + assignments(300) + '    def inner():\n        nonlocal v298\n        v298 += v299\n'
f = made(text + '        return v298\n    return inner(), inner(), v298, [v297 + x for x in range(2)]\n')
print(f())
f = made('def f():\n' + assignments(300) + '    for i299 in range(3):\n        v299 += i299\n        yield v299\n')
print(list(f()))
f = made('def f():\n' + assignments(300) + '    try:\n        1 / 0\n    except ZeroDivisionError as why:\n'
         '        text = str(why)\n    with __import__("contextlib").nullcontext(5) as file:\n        pass\n    x, *y = [1, 2, 3]\n'
         '    match [1, 2]:\n        case [p, q]:\n            pass\n    return text, file, x, y, p, q, "why" in locals()\n')
print(f())
f = made('async def f():\n' + assignments(300) + '    return v299\n')
try:
    f().send(None)
except StopIteration as stop:
    print(stop.value)
f = made('def f(' + ', '.join(f'p{at}' for at in range(200)) + ', **more):\n' + assignments(100) + '    return p199 + v99 + len(more)\n')
print(f(*range(200)), f(*range(200), one=1))


def objects():
    class Noted:
        def __del__(self):
            print('gone')
    return Noted()


f = made('def f(make):\n' + assignments(300) + '    last = make()\n    print("there")\n    last = None\n    print("end")\n')
f(objects)
# expect:
# 913 916
# 402 ('a', 'b', 'v0', 'v1') ('v398', 'v399')
# 300 299 True
# 1
# cannot access local variable 'late' where it is not associated with a value
# cannot access local variable 'v299' where it is not associated with a value
# cannot access local variable 'len' where it is not associated with a value
# (597, 896, 896, [297, 298])
# [299, 300, 302]
# ('division by zero', 5, 1, [2, 3], 1, 2, False)
# 299
# 298 299
# there
# gone
# end
