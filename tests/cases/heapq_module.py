import heapq
from heapq import heapify, heappop, heappush, heappushpop, heapreplace, merge, nlargest, nsmallest

heap = []
for n in [5, 1, 8, 3, 9, 2, 7]:
    heappush(heap, n)
print(heap)
print(heappop(heap), heappop(heap), heap)
print(heapreplace(heap, 4), heappushpop(heap, 0), heappushpop(heap, 6), heap)
numbers = [(i * 7919) % 101 for i in range(40)]
heapify(numbers)
print(numbers)
print([heappop(numbers) for _ in range(len(numbers))])
print(nlargest(3, [4, 1, 7, 3]), nsmallest(2, [4, 1, 7, 3]), nlargest(2, ["aa", "b", "cccc"], key=len), nsmallest(0, [1]))
print(list(merge([1, 4, 7], [2, 5], [0, 9])), list(merge("ca", "b", reverse=True)), list(merge(["a", "ccc"], ["bb"], key=len)))
tasks = []
for priority, name in [(2, "b"), (1, "z"), (2, "a"), (1, "c")]:
    heappush(tasks, (priority, name))
print([heappop(tasks) for _ in range(4)])
try:
    heappop([])
except IndexError as error:
    print(error)


class Job:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n


jobs = [Job(n) for n in (3, 1, 2)]
heapify(jobs)
print([heapq.heappop(jobs).n for _ in range(3)])


def dijkstra(graph, start):
    seen, queue = {}, [(0, start)]
    while queue:
        distance, node = heappop(queue)
        if node in seen:
            continue
        seen[node] = distance
        for other, length in graph[node].items():
            heappush(queue, (distance + length, other))
    return seen


print(dijkstra({"a": {"b": 7, "c": 3}, "b": {"d": 1}, "c": {"b": 1, "d": 8}, "d": {}}, "a"))
# expect:
# [1, 3, 2, 5, 9, 8, 7]
# 1 2 [3, 5, 7, 8, 9]
# 3 0 4 [5, 6, 7, 8, 9]
# [0, 2, 3, 9, 6, 15, 18, 40, 21, 12, 53, 34, 56, 28, 44, 59, 41, 22, 25, 72, 66, 63, 94, 47, 75, 88, 82, 97, 37, 78, 69, 85, 100, 50, 81, 91, 62, 31, 43, 84]
# [0, 2, 3, 6, 9, 12, 15, 18, 21, 22, 25, 28, 31, 34, 37, 40, 41, 43, 44, 47, 50, 53, 56, 59, 62, 63, 66, 69, 72, 75, 78, 81, 82, 84, 85, 88, 91, 94, 97, 100]
# [7, 4, 3] [1, 3] ['cccc', 'aa'] []
# [0, 1, 2, 4, 5, 7, 9] ['c', 'b', 'a'] ['a', 'bb', 'ccc']
# [(1, 'c'), (1, 'z'), (2, 'a'), (2, 'b')]
# index out of range
# [1, 2, 3]
# {'a': 0, 'c': 3, 'b': 4, 'd': 5}
