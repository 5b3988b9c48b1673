a = [1, 2, 3]
a.append(4)
a.extend([5, 6])
a.insert(0, 0)
a.insert(-1, 'x')
a.insert(100, 'end')
print(a, len(a), a.pop(), a.pop(0), a.pop(-2), a)
a.remove(3)
a.reverse()
print(a, a.index(2), a.count(1), a + [9], [0] * 3, 2 * [1, 2], [] * 5, [1] * -1)
b = a
b[0] = 'changed'
c = a.copy()
c[0] = 'copy'
print(a, b is a, c is a, a == b, a == c)
a[-1] = 'last'
print(a[-1], a[0:2], a[::-1], a[1:])
a += [7]
a += 'yz'
a += range(2)
print(a, b is a)
a *= 2
print(len(a), len(b))
a[1:3] = [10, 20, 30]
print(a)
a[::2] = [0] * len(a[::2])
print(a)
del a[0]
del a[1:4]
print(a)
a.clear()
print(a, b)
print([1, [2, [3, []]]], [[1, 2], (3,), 'x', None, True, 1.5])
m = [[0, 0], [0, 0]]
m[0][1] = 5
m[1][0] += 7
print(m)
print([1, 2] < [1, 3], [1] < [1, 0], [] < [0], [1, 2] == [1, 2.0], [1] != [2], [2] > [1, 5])
print(1 in [1, 2], 3 not in [1, 2], [1] in [[1]], 1.0 in [1])
print(sorted([3, 1, 2]), sorted('bca'), sorted([3, 1, 2], reverse=True))
d = [3, 1, 2, 2]
d.sort()
print(d)
d.sort(reverse=True)
print(d)
print(list('abc'), list((1, 2)), list(range(3)), list([1]), list())
r = [1]
r.append(r)
print(r)
r.pop()
for x in d:
    if x == 2:
        d.append(0)
        if len(d) > 6:
            break
print(d)
# expect:
# [1, 2, 3, 4, 5, 6] 9 end 0 x [1, 2, 3, 4, 5, 6]
# [6, 5, 4, 2, 1] 3 1 [6, 5, 4, 2, 1, 9] [0, 0, 0] [1, 2, 1, 2] [] []
# ['changed', 5, 4, 2, 1] True False True False
# last ['changed', 5] ['last', 2, 4, 5, 'changed'] [5, 4, 2, 'last']
# ['changed', 5, 4, 2, 'last', 7, 'y', 'z', 0, 1] True
# 20 20
# ['changed', 10, 20, 30, 2, 'last', 7, 'y', 'z', 0, 1, 'changed', 5, 4, 2, 'last', 7, 'y', 'z', 0, 1]
# [0, 10, 0, 30, 0, 'last', 0, 'y', 0, 0, 0, 'changed', 0, 4, 0, 'last', 0, 'y', 0, 0, 0]
# [10, 'last', 0, 'y', 0, 0, 0, 'changed', 0, 4, 0, 'last', 0, 'y', 0, 0, 0]
# [] []
# [1, [2, [3, []]]] [[1, 2], (3,), 'x', None, True, 1.5]
# [[0, 5], [7, 0]]
# True True True True True True
# True True True True
# [1, 2, 3] ['a', 'b', 'c'] [3, 2, 1]
# [1, 2, 2, 3]
# [3, 2, 2, 1]
# ['a', 'b', 'c'] [1, 2] [0, 1, 2] [1] []
# [1, [...]]
# [3, 2, 2, 1, 0, 0]
