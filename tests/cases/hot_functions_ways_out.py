# Functions that call themselves often are left in their middle: exceptions, the limit, names that change, generators.


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


print(fib(16))


def deep(n):
    if n == 0:
        return 0
    return deep(n - 1) + 1


print(max(deep(n) for n in range(0, 300, 3)))
for n in (900, 5000):
    try:
        print(deep(n))
    except RecursionError as error:
        print("RecursionError", str(error)[:32])
print(deep(800))


# Exactly as deep as ever.
def least_failing():
    low, high = 0, 2000
    while low + 1 < high:
        middle = (low + high) // 2
        try:
            deep(middle)
            low = middle
        except RecursionError:
            high = middle
    return high


def starred(*n):
    if not n[0]:
        return 0
    return starred(n[0] - 1) + 1


def first_failing(function, n):
    while True:
        try:
            function(n)
        except RecursionError:
            return n
        n += 1


print(first_failing(deep, 900) == first_failing(starred, 900) == least_failing())


def frail(n, kinds):
    if n == 0:
        return kinds[0] + 1
    return frail(n - 1, kinds) + 1


numbers, texts = [1, 2], ["a", "b"]
print(sum(frail(n, numbers) for n in range(60)))
for kinds in (texts, numbers, []):
    try:
        print(frail(20, kinds))
    except (TypeError, IndexError) as error:
        print(type(error).__name__, error)
        lines, trace = [], error.__traceback__
        while trace is not None:
            lines, trace = lines + [trace.tb_lineno], trace.tb_next
        print(len(lines), [line - lines[1] for line in lines[1:]])


def caught(n, by):
    try:
        if n == 0:
            return 10 // by
        return caught(n - 1, by) + 1
    except ZeroDivisionError:
        if n < 5:
            raise
        return -n


print([caught(n, 5) for n in range(40)][-1], [caught(n, 0) for n in range(5, 40)][-1])


# The name becomes another function's in the middle of the recursion.
def counted(n):
    global counted
    if n == 7 and swap:
        counted = other
    if n <= 0:
        return 0
    return 1 + counted(n - 1)


def other(n):
    return 1000 * n


swap, first = False, counted
print(sum(counted(n) for n in range(60)))
swap = True
print(first(20), counted(3))
swap, counted = False, first
print(first(20))


def helper(n):
    return n


def changes(n):
    if n == 0:
        return 0
    if n == 30:
        replace()
    return changes(n - 1) + helper(n)


def replace():
    global helper
    helper = lambda n: -n


print([changes(n) for n in range(0, 30, 4)])
print(changes(25), changes(40), changes(25))


class Walk:
    def down(self, n):
        if n == 0:
            return 0
        return self.down(n - 1) + self.step

    step = 2


walk = Walk()
print(sum(walk.down(n) for n in range(60)))
walk.step = 3
print(walk.down(30))
Walk.down = lambda self, n: "another"
print(walk.down(30))


# A generator that calls, and is called on the way.
def leaves(depth):
    if depth == 0:
        yield fib(5)
    else:
        yield from leaves(depth - 1)
        yield fib(depth)
        yield from leaves(depth - 1)


print(sum(leaves(6)))


def drawn(source, n):
    if n == 0:
        return 0
    return drawn(source, n - 1) + next(source)


print(drawn(iter(range(1000)), 40), sum(drawn(iter(range(50)), n) for n in range(50)))


def names(n):
    if n == 0:
        return missing
    return names(n - 1) + 1


for n in (3, 60):
    for again in range(50):
        try:
            names(n)
        except NameError as error:
            found = str(error)
print(found)
missing = 5
print(names(40))


def unset(n):
    if n < 0:
        late = 1
    if n == 0:
        return 0
    if n == 45:
        return late
    return unset(n - 1) + 1


print(max(unset(n) for n in range(45)))
try:
    unset(60)
except UnboundLocalError as error:
    print(error)


def total(*arguments, by=1):
    if not arguments:
        return 0
    return arguments[0] * by + total(*arguments[1:], by=by)


print([total(*range(n), by=2) for n in range(50)][-1])


def defaults(n, step=1):
    if n <= 0:
        return step
    return defaults(n - step, step) + defaults(n - 3)


print([defaults(n) for n in range(12)], defaults(9, 2))
# expect:
# 987
# 297
# 900
# RecursionError maximum recursion depth exceeded
# 800
# True
# 1890
# TypeError can only concatenate str (not "int") to str
# 22 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1]
# 22
# IndexError list index out of range
# 22 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1]
# 41 29
# 1770
# 6014 3000
# 20
# [0, 10, 36, 78, 136, 210, 300, 406]
# 325 -820 -325
# 3540
# 90
# another
# 414
# 780 19600
# name 'missing' is not defined
# 45
# 44
# cannot access local variable 'late' where it is not associated with a value
# 2352
# [1, 2, 3, 4, 6, 9, 13, 19, 28, 41, 60, 88] 26
