from collections import deque, defaultdict, Counter
import heapq
g = defaultdict(list)
for a, b, w in [('A', 'B', 4), ('A', 'C', 2), ('C', 'B', 1), ('B', 'D', 5), ('C', 'D', 8)]: g[a].append((b, w)); g[b].append((a, w))
def dijkstra(s):
    dist, q = {s: 0}, [(0, s)]
    while q:
        d, u = heapq.heappop(q)
        if d > dist[u]: continue
        for v, w in g[u]:
            if d + w < dist.get(v, float('inf')): dist[v] = d + w; heapq.heappush(q, (d + w, v))
    return dist
print(dijkstra('A'))
def bfs(s):
    seen, q, order = {s}, deque([s]), []
    while q:
        u = q.popleft(); order.append(u)
        for v, _ in g[u]:
            if v not in seen: seen.add(v); q.append(v)
    return order
print(bfs('A'), dict(g)['A'], g)
def topo(deps):
    indeg = Counter(); out = defaultdict(set)
    for k, vs in deps.items():
        indeg[k] += 0
        for v in vs: out[v].add(k); indeg[k] += 1; indeg[v] += 0
    q = sorted(k for k in indeg if indeg[k] == 0); res = []
    while q:
        u = q.pop(0); res.append(u)
        for v in sorted(out[u]):
            indeg[v] -= 1
            if not indeg[v]: q.append(v)
    return res
print(topo({'app': ['lib', 'log'], 'lib': ['core'], 'log': ['core']}))
class Tree:
    def __init__(self, v): self.v, self.l, self.r = v, None, None
    def insert(self, v):
        side = 'l' if v < self.v else 'r'
        if getattr(self, side) is None: setattr(self, side, Tree(v))
        else: getattr(self, side).insert(v)
    def __iter__(self):
        if self.l: yield from self.l
        yield self.v
        if self.r: yield from self.r
    def depth(self): return 1 + max((c.depth() for c in (self.l, self.r) if c), default=0)
t = Tree(5)
for v in (3, 8, 1, 4, 9, 7): t.insert(v)
print(list(t), t.depth(), sum(t), 4 in t, max(t))
class UF:
    def __init__(s, n): s.p = list(range(n))
    def find(s, x):
        while s.p[x] != x: s.p[x] = s.p[s.p[x]]; x = s.p[x]
        return x
    def union(s, a, b): s.p[s.find(a)] = s.find(b)
u = UF(5); u.union(0, 1); u.union(3, 4); print([u.find(i) for i in range(5)], heapq.nlargest(2, [3, 1, 2]), heapq.nsmallest(2, 'cab'), list(heapq.merge([1, 4], [2, 3])))
class Node:
    def __init__(self, v, n=None): self.v, self.next = v, n
class LL:
    def __init__(self, it=()): self.head = None; [self.push(x) for x in it]
    def push(self, v): self.head = Node(v, self.head)
    def __iter__(self):
        n = self.head
        while n: yield n.v; n = n.next
    def reverse(self):
        p, c = None, self.head
        while c: c.next, p, c = p, c, c.next
        self.head = p
l = LL([1, 2, 3]); print(list(l)); l.reverse(); print(*l, sep='->'); memo = {}
def coins(t, cs):
    if (t, cs) in memo: return memo[t, cs]
    r = 1 if t == 0 else 0 if t < 0 or not cs else coins(t - cs[0], cs) + coins(t, cs[1:])
    memo[t, cs] = r; return r
print(coins(100, (50, 25, 10, 5, 1)))
d = deque([1, 2, 3], maxlen=3); d.append(4); d.rotate(1); d.extendleft('x'); print(d, d[0], d.maxlen, deque('ab') + deque('c'), list(reversed(d)))

# expect:
# {'A': 0, 'B': 3, 'C': 2, 'D': 8}
# ['A', 'B', 'C', 'D'] [('B', 4), ('C', 2)] defaultdict(<class 'list'>, {'A': [('B', 4), ('C', 2)], 'B': [('A', 4), ('C', 1), ('D', 5)], 'C': [('A', 2), ('B', 1), ('D', 8)], 'D': [('B', 5), ('C', 8)]})
# ['core', 'lib', 'log', 'app']
# [1, 3, 4, 5, 7, 8, 9] 3 37 True 9
# [1, 1, 2, 4, 4] [3, 2] ['a', 'b'] [1, 2, 3, 4]
# [3, 2, 1]
# 1->2->3
# 292
# deque(['x', 4, 2], maxlen=3) x 3 deque(['a', 'b', 'c']) [2, 4, 'x']
