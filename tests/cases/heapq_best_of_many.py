# The best few are kept in a heap, with few comparisons; merged iterables come in order, equal values by their iterables.
from heapq import heappush, merge, nlargest, nsmallest


class Counting:
    made = 0

    def __init__(self, value, name=""):
        self.value, self.name = value, name

    def __lt__(self, other):
        Counting.made += 1
        return self.value < other.value

    def __eq__(self, other):
        return self.value == other.value

    def __repr__(self):
        return f"{self.value}{self.name}"


def compared(work):
    before = Counting.made
    work()
    return Counting.made - before


numbers = [(i * 7919) % 1009 for i in range(500)]
values = [Counting(number) for number in numbers]
print(compared(lambda: nsmallest(3, values)) < 800, compared(lambda: nlargest(3, iter(values))) < 800)
print(compared(lambda: nsmallest(1, values)), compared(lambda: nlargest(1, values)))
print(nsmallest(4, numbers), nlargest(4, iter(numbers)))
print(nsmallest(3, numbers) == sorted(numbers)[:3], nlargest(600, numbers) == sorted(numbers, reverse=True))
print(nlargest(0, numbers), nsmallest(-1, numbers), nlargest(2, []), nsmallest(1, iter([])))
words = ["bb", "a", "cc", "d", "eee", "ff"]
print(nsmallest(3, words, key=len), nlargest(3, iter(words), key=len))
one, other = [Counting(i, "a") for i in (1, 2, 3)], [Counting(i, "b") for i in (1, 2, 4)]
print(list(merge(one, other)))
print(list(merge(one[::-1], other[::-1], reverse=True)))
print(list(merge(["a", "ccc"], ["bb", "dddd"], [], key=len)))
print(heappush.__module__, type(merge()).__name__)


def broken():
    yield 1
    raise ValueError("no more")


merged = merge(broken(), [2, 3])
print(next(merged))
try:
    next(merged)
except ValueError as problem:
    print(problem, list(merged))
# expect:
# True True
# 499 499
# [0, 1, 2, 5] [1006, 1005, 1002, 1001]
# True True
# [] [] [] []
# ['a', 'd', 'bb'] ['eee', 'bb', 'cc']
# [1a, 1b, 2a, 2b, 3a, 4b]
# [4b, 3a, 2a, 2b, 1a, 1b]
# ['a', 'bb', 'ccc', 'dddd']
# _heapq generator
# 1
# no more []
