import operator
from itertools import (
    accumulate, chain, compress, dropwhile, filterfalse, groupby, pairwise, starmap, takewhile, tee, zip_longest,
)

print(list(accumulate([1, 2, 3, 4])), list(accumulate([1, 2, 3], operator.mul, initial=10)), list(accumulate([])))
print(list(accumulate([3, 1, 4, 1, 5], max)))
print(list(chain("ab", [1, 2], ())), list(chain.from_iterable(["ab", "cd"])), list(chain()))
print(list(compress("abcdef", [1, 0, 1, 0, 1])))
print(list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(takewhile(lambda x: x < 3, [1, 2, 3, 1])))
print(list(filterfalse(lambda x: x % 2, range(6))), list(filterfalse(None, [0, 1, "", 2])))
print([(key, list(group)) for key, group in groupby("aaabbca")])
print([(key, len(list(group))) for key, group in groupby([1, 3, 2, 4, 5], key=lambda n: n % 2)])
print([key for key, group in groupby([1, 1, 2, 3, 3])])
print(list(pairwise([1, 2, 3, 4])), list(pairwise([1])))
print(list(starmap(pow, [(2, 3), (3, 2)])))
a, b, c = tee(iter([1, 2, 3]), 3)
print(next(a), next(a), next(b), list(c), list(a), list(b))
print(list(zip_longest("abc", "x", fillvalue="-")), list(zip_longest([1], [1, 2], [])), list(zip_longest()))


def numbers():
    yield 1
    yield 2


print(list(chain(numbers(), numbers())), sum(chain(numbers(), [10])))
# expect:
# [1, 3, 6, 10] [10, 10, 20, 60] []
# [3, 3, 4, 4, 5]
# ['a', 'b', 1, 2] ['a', 'b', 'c', 'd'] []
# ['a', 'c', 'e']
# [3, 1] [1, 2]
# [0, 2, 4] [0, '']
# [('a', ['a', 'a', 'a']), ('b', ['b', 'b']), ('c', ['c']), ('a', ['a'])]
# [(1, 2), (0, 2), (1, 1)]
# [1, 2, 3]
# [(1, 2), (2, 3), (3, 4)] []
# [8, 9]
# 1 2 1 [1, 2, 3] [3] [2, 3]
# [('a', 'x'), ('b', '-'), ('c', '-')] [(1, 1, None), (None, 2, None)] []
# [1, 2, 1, 2] 13
