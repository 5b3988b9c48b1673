# Whatever holds objects shows them by their own `__repr__`.
from collections import deque

class P:
    def __repr__(self):
        return 'P'

p = P()
held = [[p], (p,), {p}, frozenset([p]), {1: p}, {1: p}.items(), {1: p}.values(), {p: 1}.keys(), deque([p]), deque([p], 3),
        slice(p, 1), ValueError(p), [[p]], {1: [p]}.items()]
for one in held:
    print(one, repr(one), f'{one!r:>3}')

# expect:
# [P] [P] [P]
# (P,) (P,) (P,)
# {P} {P} {P}
# frozenset({P}) frozenset({P}) frozenset({P})
# {1: P} {1: P} {1: P}
# dict_items([(1, P)]) dict_items([(1, P)]) dict_items([(1, P)])
# dict_values([P]) dict_values([P]) dict_values([P])
# dict_keys([P]) dict_keys([P]) dict_keys([P])
# deque([P]) deque([P]) deque([P])
# deque([P], maxlen=3) deque([P], maxlen=3) deque([P], maxlen=3)
# slice(P, 1, None) slice(P, 1, None) slice(P, 1, None)
# P ValueError(P) ValueError(P)
# [[P]] [[P]] [[P]]
# dict_items([(1, [P])]) dict_items([(1, [P])]) dict_items([(1, [P])])
