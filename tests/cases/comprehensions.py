print([x * x for x in range(5) if x % 2 == 0])
print([(x, y) for x in range(3) for y in range(x)])
print([[y for y in range(x)] for x in range(3)])
print({x: [y for y in range(x) if y != 1] for x in range(4)})
print(sum(i * i for i in range(10)), list(i for i in "ab"), tuple(x for x in [1, 2]))
def f(n):
    k = 3
    return [i + k + n for i in range(n)]
print(f(2))
x = "outer"
print([x for x in [1]], x)
print(any(i > 3 for i in range(5)), all(i > 3 for i in range(5)), max(i % 4 for i in range(9)))
print([last := i for i in range(3)], last)
def g():
    found = [y := i * 2 for i in range(3)]
    return found, y
print(g())
print(sorted([3, 1, 2], key=lambda v: -v), ", ".join(str(i) for i in range(3)))
a, *b = [1, 2, 3]
*c, d = "xyz"
e, *f2, g2 = range(5)
print(a, b, c, d, e, f2, g2)
print([*b, *c], (*b, 1), {*b, 7} == {2, 3, 7}, [1, *[], 2])
(p, q), r = (1, 2), 3
print(p, q, r)
if (n := len("abc")) > 2:
    print(n)
for i, (j, k) in enumerate(zip([1, 2], "ab")):
    print(i, j, k)
m = [0] * 6
m[1:3] = [7, 8, 9]
m[::2] = [1] * len(m[::2])
del m[0]
print(m, m[-2:], (1, 2, 3)[::-1], "abc"[1:])
try:
    a, *b, c = [1]
except ValueError as err:
    print(err)
print(1 < 2 < 3, 1 < 3 < 2)

# expect:
# [0, 4, 16]
# [(1, 0), (2, 0), (2, 1)]
# [[], [0], [0, 1]]
# {0: [], 1: [0], 2: [0], 3: [0, 2]}
# 285 ['a', 'b'] (1, 2)
# [5, 6]
# [1] outer
# True False 3
# [0, 1, 2] 2
# ([0, 2, 4], 4)
# [3, 2, 1] 0, 1, 2
# 1 [2, 3] ['x', 'y'] z 0 [1, 2, 3] 4
# [2, 3, 'x', 'y'] (2, 3, 1) True [1, 2]
# 1 2 3
# 3
# 0 1 a
# 1 2 b
# [7, 1, 9, 1, 0, 1] [0, 1] (3, 2, 1) bc
# not enough values to unpack (expected at least 2, got 1)
# True False
