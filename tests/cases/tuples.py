t = (1, 'a', 2.5)
print(t, t[0], t[-1], t[1:], len(t), (), (1,), (1, (2, 3)))
a, b, c = t
print(a, b, c)
a, b = b, a
print(a, b)
(x, y), z = (1, 2), 3
print(x, y, z)
[p, q] = 'hi'
print(p, q)
i = j = k = 5
print(i, j, k)
print(t + (4,), t * 2, (1, 2) < (1, 3), (1,) == (1.0,), t == (1, 'a', 2.5))
for n, (u, v) in [(1, (2, 3)), (4, (5, 6))]:
    print(n, u, v)
def swap(a, b):
    a, b = b, a
    return a, b
print(swap(1, 2))
print(tuple([1, 2]), tuple('ab'), tuple(), 1 in (1, 2), (1, 2, 3).index(2), (1, 1).count(1))
xs = [1, 2, 3]
xs[0], xs[2] = xs[2], xs[0]
print(xs)
big = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, a)
print(len(big), big[-1])
# expect:
# (1, 'a', 2.5) 1 2.5 ('a', 2.5) 3 () (1,) (1, (2, 3))
# 1 a 2.5
# a 1
# 1 2 3
# h i
# 5 5 5
# (1, 'a', 2.5, 4) (1, 'a', 2.5, 1, 'a', 2.5) True True True
# 1 2 3
# 4 5 6
# (2, 1)
# (1, 2) ('a', 'b') () True 1 2
# [3, 2, 1]
# 32 a
