from itertools import *
import operator
print(list(accumulate([1, 2, 3, 4])), list(accumulate([1, 2, 3], operator.mul)), list(accumulate([1, 2], initial=10)), list(chain([1], 'ab')), list(chain.from_iterable([[1], [2]])), list(compress('abc', [1, 0, 1])), list(dropwhile(lambda x: x < 3, [1, 3, 1])), list(filterfalse(lambda x: x % 2, range(5))))
print([(k, list(g)) for k, g in groupby('aabbbc')], list(islice('abcdef', 1, 5, 2)), list(pairwise('abc')), list(starmap(pow, [(2, 3), (3, 2)])), list(zip_longest('ab', [1], fillvalue='-')), list(product('ab', [1, 2])), list(product([0, 1], repeat=2)), list(permutations('abc', 2)), list(combinations('abc', 2)), list(combinations_with_replacement('ab', 2)))
a, b = tee([1, 2, 3]); print(list(a), list(b)); c = count(10, 2); print(next(c), next(c)); cy = cycle('ab'); print([next(cy) for _ in range(5)], list(repeat(7, 2)))
def grouper(it, n): 
    args = [iter(it)] * n
    return zip_longest(*args, fillvalue=None)
print(list(grouper('abcdefg', 3)))
def powerset(s): s = list(s); return chain.from_iterable(combinations(s, r) for r in range(len(s) + 1))
print(list(powerset([1, 2, 3])))
def batched(it, n):
    it = iter(it)
    while b := tuple(islice(it, n)): yield b
print(list(batched('abcdefg', 3)))
def sliding(it, n):
    from collections import deque
    it = iter(it); w = deque(islice(it, n), maxlen=n)
    if len(w) == n: yield tuple(w)
    for x in it: w.append(x); yield tuple(w)
print(list(sliding('abcde', 3)), list(takewhile(str.isalpha, 'ab1c')))
def roundrobin(*its):
    n = len(its); nexts = cycle(iter(i).__next__ for i in its)
    while n:
        try:
            for nx in nexts: yield nx()
        except StopIteration: n -= 1; nexts = cycle(islice(nexts, n))
print(list(roundrobin('ABC', 'D', 'EF')))
print(sum(map(operator.mul, [1, 2], [3, 4])), list(map(lambda *a: a, 'ab', 'cd')), list(zip(*[(1, 2), (3, 4)])), dict(zip('ab', range(2))), list(enumerate('ab', 1)), any([]), all([]))

# expect:
# [1, 3, 6, 10] [1, 2, 6] [10, 11, 13] [1, 'a', 'b'] [1, 2] ['a', 'c'] [3, 1] [0, 2, 4]
# [('a', ['a', 'a']), ('b', ['b', 'b', 'b']), ('c', ['c'])] ['b', 'd'] [('a', 'b'), ('b', 'c')] [8, 9] [('a', 1), ('b', '-')] [('a', 1), ('a', 2), ('b', 1), ('b', 2)] [(0, 0), (0, 1), (1, 0), (1, 1)] [('a', 'b'), ('a', 'c'), ('b', 'a'), ('b', 'c'), ('c', 'a'), ('c', 'b')] [('a', 'b'), ('a', 'c'), ('b', 'c')] [('a', 'a'), ('a', 'b'), ('b', 'b')]
# [1, 2, 3] [1, 2, 3]
# 10 12
# ['a', 'b', 'a', 'b', 'a'] [7, 7]
# [('a', 'b', 'c'), ('d', 'e', 'f'), ('g', None, None)]
# [(), (1,), (2,), (3,), (1, 2), (1, 3), (2, 3), (1, 2, 3)]
# [('a', 'b', 'c'), ('d', 'e', 'f'), ('g',)]
# [('a', 'b', 'c'), ('b', 'c', 'd'), ('c', 'd', 'e')] ['a', 'b']
# ['A', 'D', 'E', 'B', 'F', 'C']
# 11 [('a', 'c'), ('b', 'd')] [(1, 3), (2, 4)] {'a': 0, 'b': 1} [(1, 'a'), (2, 'b')] False True
