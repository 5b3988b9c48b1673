# Items of dicts of derived classes, with and without methods of their own.
class A: x=1
try: A.__dict__['y']=2
except TypeError as e: print(e)
print(A.__dict__['x'])
class D(dict): pass
d=D(); d['a']=1; d['a']+=1; print(d, d['a'])
try: d['q']
except KeyError as e: print(repr(e))
class M(dict):
    def __missing__(self,k): return k*2
m=M(); print(m['a'], m); m['a']=5; print(m['a'])
from collections import *
c=Counter(); c['x']+=1; c['x']-=1; print(c)
class K:
    def __init__(s,v): s.v=v
    def __eq__(s,o): return s.v==o.v
    def __hash__(s): return 1
dd=defaultdict(list); dd[K(1)].append(2); dd[K(1)].append(3); print(len(dd), dd[K(1)])
try: d[[]]=1
except TypeError as e: print(e)
class S(dict):
    def __setitem__(s,k,v): super().__setitem__(k,v*2)
s=S(); s['a']=1; print(s)

# expect:
# 'mappingproxy' object does not support item assignment
# 1
# {'a': 2} 2
# KeyError('q')
# aa {}
# 5
# Counter({'x': 0})
# 1 [2, 3]
# unhashable type: 'list'
# {'a': 2}
