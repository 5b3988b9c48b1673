print(abs(-5), abs(5.5), abs(-2 ** 70), abs(True), abs(-0.0))
print(min(3, 1, 2), max([3, 1, 2]), min('b', 'a'), max((1.5, 2)), min([5]), max('hello'))
print(min([], default=7), max(1, 2.0, 2), min(1, 1.0), max(True, 1))
print(sum([1, 2, 3]), sum([0.5, 1]), sum([[1], [2]], []), sum((1, 2), 10), sum([1], start=5), sum([]))
print(sum(range(10 ** 5)), sum([2 ** 62, 2 ** 62, 2 ** 62]))
print(int(3.9), int(-3.9), int('42'), int(' -7 '), int('1_000'), int('ff', 16), int('0x1f', 0), int('101', base=2), int(True), int(), int(1e20), int('z', 36))
print(float(3), float('1.5'), float('-1e3'), float(' inf '), float('1_0.5'), float(), float(True), float(2 ** 60))
print(str(1), str(1.0), str('x'), str(None), str([1, 'a']), str(), repr('x'), repr(1))
print(bool(0), bool(1), bool(''), bool('a'), bool([]), bool(()), bool(None), bool(0.0), bool())
print(divmod(7, 2), divmod(-7, 2), divmod(7.5, 2), pow(2, 5), pow(2, -1))
print(isinstance(1, int), isinstance(True, int), isinstance(1.0, int), isinstance('a', (int, str)), isinstance([], list), isinstance(1, bool))
print(all([1, 2]), all([1, 0]), any([0, 1]), any([]), all([]))
print(list(enumerate('ab')), list(enumerate([5], 10)), list(zip([1, 2], 'ab', (True, False, None))), list(reversed([1, 2, 3])), list(zip()))
for i, x in enumerate([10, 20], start=1):
    print(i, x)
print(list(reversed('abc')), list(reversed(range(3))))
print(int, len, range, print, float, [int, str])
# expect:
# 5 5.5 1180591620717411303424 1 0.0
# 1 3 a 2 5 o
# 7 2.0 1 True
# 6 1.5 [1, 2] 13 6 0
# 4999950000 13835058055282163712
# 3 -3 42 -7 1000 255 31 5 1 0 100000000000000000000 35
# 3.0 1.5 -1000.0 inf 10.5 0.0 1.0 1.152921504606847e+18
# 1 1.0 x None [1, 'a']  'x' 1
# False True False True False False False False False
# (3, 1) (-4, 1) (3.0, 1.5) 32 0.5
# True True False True True False
# True False True False True
# [(0, 'a'), (1, 'b')] [(10, 5)] [(1, 'a', True), (2, 'b', False)] [3, 2, 1] []
# 1 10
# 2 20
# ['c', 'b', 'a'] [2, 1, 0]
# <class 'int'> <built-in function len> <class 'range'> <built-in function print> <class 'float'> [<class 'int'>, <class 'str'>]
