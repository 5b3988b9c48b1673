from collections import OrderedDict
class LRU:
    def __init__(self, n): self.n, self.d = n, OrderedDict()
    def get(self, k):
        if k not in self.d: return -1
        self.d.move_to_end(k); return self.d[k]
    def put(self, k, v):
        self.d[k] = v; self.d.move_to_end(k)
        if len(self.d) > self.n: print('evict', self.d.popitem(last=False))
c = LRU(2); c.put(1, 1); c.put(2, 2); print(c.get(1)); c.put(3, 3); print(c.get(2)); c.put(4, 4); print(c.get(1), c.get(3), c.get(4), c.d)
import functools
@functools.lru_cache(maxsize=3)
def sq(x): print('compute', x); return x * x
print([sq(i) for i in (1, 2, 1, 3, 4, 1, 2)], sq.cache_info()); sq.cache_clear(); print(sq.cache_info(), sq.__wrapped__(9), sq.cache_parameters())

# expect:
# 1
# evict (2, 2)
# -1
# evict (1, 1)
# -1 3 4 OrderedDict([(3, 3), (4, 4)])
# compute 1
# compute 2
# compute 3
# compute 4
# compute 2
# [1, 4, 1, 9, 16, 1, 4] CacheInfo(hits=2, misses=5, maxsize=3, currsize=3)
# compute 9
# CacheInfo(hits=0, misses=0, maxsize=3, currsize=0) 81 {'maxsize': 3, 'typed': False}
