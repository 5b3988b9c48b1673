def count(n):
    i = 0
    while i < n:
        yield i
        i += 1
    return "done"
print(list(count(3)), sum(count(5)))
def both():
    result = yield from count(2)
    print("result", result)
    yield from [7, 8]
    yield from "a"
for x in both():
    print(x)
def echo():
    received = None
    while True:
        received = yield received
        if received is None:
            break
        received = received * 2
g = echo()
print(next(g), g.send(4), g.send("ab"))
try:
    g.send(None)
except StopIteration as e:
    print("stopped", e.value)
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
f = fib()
print([next(f) for _ in range(10)])
def guarded():
    try:
        yield 1
        yield 2
    except ValueError as e:
        print("in", e)
        yield 99
    finally:
        print("final")
h = guarded()
print(next(h), h.throw(ValueError("v")), list(h), list(h))
def bad():
    yield 1
    raise KeyError("x")
try:
    for i in bad():
        print(i)
except KeyError as e:
    print("caught", e)
def stopper():
    yield 1
    raise StopIteration
try:
    list(stopper())
except RuntimeError as e:
    print(e)
print(3 in count(5), dict((k, v) for k, v in [(1, 2)]), set(count(2)) == {0, 1})
a, b, c = count(3)
print(a, b, c, [*count(2)], max(count(4)), sorted(count(3), reverse=True), tuple(enumerate(count(2), 1)))
def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)
print(list(tree(3)))
e = (x for x in [1])
print(next(e), next(e, "end"))
g2 = count(5)
for v in g2:
    if v == 2:
        break
print(list(g2))
def send_through():
    x = yield from echo()
    return x
s = send_through()
next(s)
print(s.send(21))
print(list(zip(count(2), count(3))), list(map(lambda v: v + 1, count(2))))

# expect:
# [0, 1, 2] 10
# 0
# 1
# result done
# 7
# 8
# a
# None 8 abab
# stopped None
# [0, 1, 1, 2, 3, 5, 8, 13, 21, 34]
# in v
# final
# 1 99 [] []
# 1
# caught 'x'
# generator raised StopIteration
# True {1: 2} True
# 0 1 2 [0, 1] 3 [2, 1, 0] ((1, 0), (2, 1))
# [1, 2, 1, 3, 1, 2, 1]
# 1 end
# [3, 4]
# 42
# [(0, 0), (1, 1)] [1, 2]
