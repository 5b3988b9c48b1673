# Who is called around a collection, and who refers to whom.
import gc

class Node:
    pass

def told(phase, info):
    seen.append((phase, info['generation'], info['collected'], info['uncollectable']))

seen = []
gc.collect()
print(gc.callbacks, gc.garbage)
gc.callbacks.append(told)
node = Node()
node.me = node
del node
print(gc.collect(), seen)
seen.clear()
gc.collect(0)
print(seen)
# One that is due by itself is told, too: every 700 objects.
seen.clear()
kept = [Node() for _ in range(2_000)]
print(len(seen), sorted(set(seen)))
gc.callbacks.remove(told)

node = Node()
holder = [node]
table = {'node': node}
print(any(found is holder for found in gc.get_referrers(node)), any(found is table for found in gc.get_referrers(node)))
print(any(found is globals() for found in gc.get_referrers(holder)))
print(gc.get_referents(holder)[0] is node, gc.get_referents([1, 'a'], {'k': 2}, {3: 4}), gc.get_referents(1))
print(sorted(map(type_name, gc.get_referents(node))) if (type_name := lambda found: type(found).__name__) else None)
print(any(found is node for found in gc.get_objects()), any(found is holder for found in gc.get_objects()))
for wrong in (5, -2, 'x'):
    try:
        gc.get_objects(wrong)
    except (TypeError, ValueError) as error:
        print(error)

def local():
    inner = [1]
    return gc.get_referrers(inner)

class Stack(list):
    pass

stack = Stack([holder])
print(local(), [found is stack for found in gc.get_referrers(holder) if isinstance(found, list)])

class Lazarus:
    def __del__(self):
        raised.append(self)

raised = []
print(gc.is_finalized(Lazarus()))
print(gc.is_finalized(raised[0]), gc.is_finalized(node), gc.is_finalized(1))

# expect:
# [] []
# 1 [('start', 2, 0, 0), ('stop', 2, 1, 0)]
# [('start', 0, 0, 0), ('stop', 0, 0, 0)]
# 4 [('start', 0, 0, 0), ('stop', 0, 0, 0)]
# True True
# True
# True ['a', 1, 2, 4, 3] []
# ['type']
# True True
# generation parameter must be less than the number of available generations (3)
# generation parameter cannot be negative
# argument should be integer or None, not 'str'
# [] [True]
# False
# True False False
