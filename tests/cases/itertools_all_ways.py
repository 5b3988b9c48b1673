# All orders, choices and products, against what they are by definition.
from itertools import combinations, combinations_with_replacement, permutations, product

def numbers(count, length):
    found = [()]
    for _ in range(length):
        found = [one + (next,) for one in found for next in range(count)]
    return found

for n in range(5):
    for r in range(5):
        all = numbers(n, r)
        rising = [one for one in all if list(one) == sorted(one)]
        assert list(permutations(range(n), r)) == [one for one in all if len(set(one)) == r], (n, r)
        assert list(combinations(range(n), r)) == [one for one in rising if len(set(one)) == r], (n, r)
        assert list(combinations_with_replacement(range(n), r)) == rising, (n, r)
        assert list(product(range(n), repeat=r)) == all, (n, r)
print(list(permutations('abc'))[:3], list(permutations('ab', 3)), list(permutations([])))
print(list(product('ab', [1, 2], (None,))), list(product()), list(product('ab', [])))
print([''.join(one) for one in combinations('abcd', 2)], list(combinations_with_replacement('ab', 2)))
for wrong in (lambda: permutations('a', -1), lambda: combinations('a', -1), lambda: product('a', repeat=-1)):
    try:
        wrong()
    except ValueError as error:
        print(error)

# expect:
# [('a', 'b', 'c'), ('a', 'c', 'b'), ('b', 'a', 'c')] [] [()]
# [('a', 1, None), ('a', 2, None), ('b', 1, None), ('b', 2, None)] [()] []
# ['ab', 'ac', 'ad', 'bc', 'bd', 'cd'] [('a', 'a'), ('a', 'b'), ('b', 'b')]
# r must be non-negative
# r must be non-negative
# repeat argument cannot be negative
