# remove, index and count of a deque ask the objects' own __eq__; texts of all containers ask their __repr__.
from collections import deque
class P:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return isinstance(o, P) and self.n == o.n
    def __repr__(self): return f'P{self.n}'
d = deque([P(1), P(2), P(2), 3])
print(d.count(P(2)), d.index(P(2)), d.index(P(2), 2), d.index(P(2), -2, -1))
d.remove(P(2)); print(d)
for f in (lambda: d.remove(P(9)), lambda: d.index(P(9)), lambda: d.index(P(1), 1, 2)):
    try: f()
    except ValueError as e: print(e)
class Evil:
    def __eq__(self, o): d.append(1); return False
try: d.remove(Evil())
except (RuntimeError, IndexError) as e: print(type(e).__name__, e)
print(deque([P(1)], 3), deque([P(1), [P(2)]]), {1: P(3)}.values(), {1: P(4)}.items())


class Named(P):
    __hash__ = object.__hash__


print(frozenset([Named(5)]), {Named(6): 1}.keys(), {Named(7)}, (Named(8),))

# expect:
# 2 1 2 2
# deque([P1, P2, 3])
# P9 is not in deque
# P9 is not in deque
# P1 is not in deque
# IndexError deque mutated during iteration
# deque([P1], maxlen=3) deque([P1, [P2]]) dict_values([P3]) dict_items([(1, P4)])
# frozenset({P5}) dict_keys([P6]) {P7} (P8,)
