import sys


def adder(a, b):
    c = 1
    yield a + b * c


def closed(value):
    def inner():
        yield value
    return inner()


async def coroutine():
    pass


class Plain:
    pass


class Point:
    __slots__ = ('x', 'y')


class Point3(Point):
    __slots__ = ('z',)


class Nothing:
    __slots__ = ()


class Loose(Point):
    pass


waiting = coroutine()
print(sys.getsizeof(x for x in range(3)), sys.getsizeof(adder(1, 2)), sys.getsizeof(closed(1)), sys.getsizeof(waiting))
waiting.close()
print([sys.getsizeof(one) for one in (map(str, []), zip(), filter(None, []), enumerate([]), reversed([]), iter([]), iter(()), iter({}))])
print([sys.getsizeof(one) for one in (iter(range(3)), iter(''), iter(set()), {}.keys(), {}.items(), iter({}.items()), adder, sys)])
print([sys.getsizeof(kind()) for kind in (Plain, Point, Point3, Nothing)])
print(sys.getsizeof(x for x in range(10 ** 6)) < sys.getsizeof(list(range(1000))))

# expect:
# 200 216 184 176
# [48, 64, 48, 72, 48, 48, 48, 72]
# [48, 48, 64, 40, 40, 72, 152, 72]
# [56, 48, 56, 32]
# True
