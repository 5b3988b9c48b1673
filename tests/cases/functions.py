def add(a, b=10, c=100):
    return a + b + c


print(add(1), add(1, 2), add(1, 2, 3), add(1, c=5), add(a=1, b=2, c=3), add(c=1, a=2))


def nothing():
    pass


print(nothing())


def outer(n):
    def inner(x):
        return x * 2
    return inner(n) + inner(1)


print(outer(5))


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


print(even(10), odd(7))


def shared(x, acc=[]):
    acc.append(x)
    return acc


print(shared(1), shared(2), shared(3, []))
f = add
print(f(1, 1, 1))
fs = [add, nothing]
print(fs[0](0), fs[1]())


def documented():
    """A docstring."""
    return 1


print(documented())


def annotated(x: int, y: 'anything' = 2, z: list[int] = None) -> float:
    w: int = x
    v: str
    return w + y


print(annotated(1))
# expect:
# 111 103 6 16 6 13
# None
# 12
# True True
# [1, 2] [1, 2] [3]
# 3
# 110 None
# 1
# 3
