from collections import deque

d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, len(d), d[0], d[-1], d.pop(), d.popleft(), d)
d.extend([7, 8])
d.extendleft([9, 10])
print(d, list(d), 8 in d, 99 in d, d.count(7), d.index(8), bool(d), bool(deque()))
d.rotate(2)
print(d)
d.rotate(-3)
d.reverse()
print(d, d.maxlen, deque("abc", maxlen=2), deque(range(5), 3).maxlen)
last = deque(maxlen=3)
for n in range(6):
    last.append(n)
last.appendleft("x")
print(last, last == deque([3, 4]), deque([1, 2]) == deque([1, 2]), deque([1]) < deque([2]), deque([1]) == [1])
d[0] = "first"
del d[1]
d.insert(1, "in")
d.remove(7)
print(d, d.copy(), list(reversed(d)), [x for x in d], sorted(deque([3, 1, 2])))
d.clear()
print(d, deque([[1], (2,)]), str(deque("a")), type(d), type(d).__name__)
for bad in (
    lambda: d.pop(), lambda: d.popleft(), lambda: d[0], lambda: deque([1]).remove(5), lambda: deque([1]).index(5), lambda: hash(d),
    lambda: deque(5), lambda: deque([], -1), lambda: deque([1], 1).insert(0, 2), lambda: deque([1])["a"], lambda: d.nothing,
):
    try:
        print(bad())
    except (IndexError, ValueError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
d = deque([1, 2, 3])
try:
    for x in d:
        d.append(x)
except RuntimeError as error:
    print(error)
queue, seen = deque([("a", 0)]), []
graph = {"a": "bc", "b": "d", "c": "d", "d": ""}
while queue:
    node, depth = queue.popleft()
    if node not in seen:
        seen.append(node)
        queue.extend((other, depth + 1) for other in graph[node])
print(seen, sum(deque([1, 2, 3])), max(deque([4, 9])), [*deque("xy")], tuple(deque([1])))
# expect:
# deque([1, 2, 3]) 5 0 4 4 0 deque([1, 2, 3])
# deque([10, 9, 1, 2, 3, 7, 8]) [10, 9, 1, 2, 3, 7, 8] True False 1 6 True False
# deque([7, 8, 10, 9, 1, 2, 3])
# deque([10, 8, 7, 3, 2, 1, 9]) None deque(['b', 'c'], maxlen=2) 3
# deque(['x', 3, 4], maxlen=3) False True True False
# deque(['first', 'in', 3, 2, 1, 9]) deque(['first', 'in', 3, 2, 1, 9]) [9, 1, 2, 3, 'in', 'first'] ['first', 'in', 3, 2, 1, 9] [1, 2, 3]
# deque([]) deque([[1], (2,)]) deque(['a']) <class 'collections.deque'> deque
# IndexError pop from an empty deque
# IndexError pop from an empty deque
# IndexError deque index out of range
# ValueError 5 is not in deque
# ValueError 5 is not in deque
# TypeError unhashable type: 'collections.deque'
# TypeError 'int' object is not iterable
# ValueError maxlen must be non-negative
# IndexError deque already at its maximum size
# TypeError sequence index must be integer, not 'str'
# AttributeError 'collections.deque' object has no attribute 'nothing'
# deque mutated during iteration
# ['a', 'b', 'c', 'd'] 6 9 ['x', 'y'] (1,)
