from itertools import combinations, combinations_with_replacement, permutations, product

print(list(product("ab", [1, 2])), list(product([0, 1], repeat=3)), list(product()), list(product([], [1])))
print(list(permutations([1, 2, 3])), list(permutations("abc", 2)), list(permutations([1], 2)), list(permutations([])))
print(list(combinations("abcd", 2)), list(combinations(range(4), 3)), list(combinations([1], 2)), list(combinations([1], 0)))
print(list(combinations_with_replacement("abc", 2)), list(combinations_with_replacement([], 1)))
print(len(list(permutations(range(6)))), sum(1 for _ in combinations(range(10), 4)), len(set(permutations("aab"))))
for bad in (lambda: permutations([1], -1), lambda: combinations([1], -1), lambda: product([1], repeat=-1)):
    try:
        bad()
    except ValueError as error:
        print(error)
# expect:
# [('a', 1), ('a', 2), ('b', 1), ('b', 2)] [(0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 1), (1, 0, 0), (1, 0, 1), (1, 1, 0), (1, 1, 1)] [()] []
# [(1, 2, 3), (1, 3, 2), (2, 1, 3), (2, 3, 1), (3, 1, 2), (3, 2, 1)] [('a', 'b'), ('a', 'c'), ('b', 'a'), ('b', 'c'), ('c', 'a'), ('c', 'b')] [] [()]
# [('a', 'b'), ('a', 'c'), ('a', 'd'), ('b', 'c'), ('b', 'd'), ('c', 'd')] [(0, 1, 2), (0, 1, 3), (0, 2, 3), (1, 2, 3)] [] [()]
# [('a', 'a'), ('a', 'b'), ('a', 'c'), ('b', 'b'), ('b', 'c'), ('c', 'c')] []
# 720 210 3
# r must be non-negative
# r must be non-negative
# repeat argument cannot be negative
