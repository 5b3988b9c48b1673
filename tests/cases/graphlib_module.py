from graphlib import CycleError, TopologicalSorter

graph = {'deploy': {'test', 'build'}, 'test': ['build'], 'build': ['fetch'], 'docs': ['fetch']}
order = list(TopologicalSorter(graph).static_order())
print(order[0], len(order), all(order.index(first) < order.index(then) for then in graph for first in graph[then]))

sorter = TopologicalSorter()
sorter.add(1, 2, 3)
sorter.add(2, 3)
sorter.add(4)
sorter.prepare()
while sorter.is_active():
    ready = sorter.get_ready()
    print(ready, sorter.get_ready(), bool(sorter))
    sorter.done(*ready)
print(list(TopologicalSorter({1: [2, 2]}).static_order()), list(TopologicalSorter().static_order()))

def tried(function, *given):
    try:
        print(function(*given))
    except ValueError as error:
        print(type(error).__name__, error)

other = TopologicalSorter({1: [2], 2: [3]})
tried(other.get_ready)
tried(other.is_active)
tried(other.done, 1)
tried(other.prepare)
tried(other.prepare)
tried(other.add, 9)
tried(other.done, 77)
tried(other.done, 1)
tried(other.get_ready)
tried(other.done, 3)
tried(other.done, 3)
tried(other.get_ready)
for cyclic in ({1: [2], 2: [1]}, {'a': ['b'], 'b': ['c'], 'c': ['a', 'd']}, {1: [1]}, {0: [], 1: [0, 3], 2: [1], 3: [2]}):
    try:
        list(TopologicalSorter(cyclic).static_order())
    except CycleError as error:
        print(error.args)
# expect:
# fetch 5 True
# (3, 4) () True
# (2,) () True
# (1,) () True
# [2, 1] []
# ValueError prepare() must be called first
# ValueError prepare() must be called first
# ValueError prepare() must be called first
# None
# ValueError cannot prepare() more than once
# ValueError Nodes cannot be added after a call to prepare()
# ValueError node 77 was not added using add()
# ValueError node 1 was not passed out (still not ready)
# (3,)
# None
# ValueError node 3 was already marked done
# (2,)
# ('nodes are in a cycle', [1, 2, 1])
# ('nodes are in a cycle', ['a', 'c', 'b', 'a'])
# ('nodes are in a cycle', [1, 1])
# ('nodes are in a cycle', [1, 2, 3, 1])
