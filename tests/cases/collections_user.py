from collections import UserDict, UserList, UserString, ChainMap
class Lower(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.lower(), v)
d = Lower({'A': 1}); d['B'] = 2; d.update(C=3)
print(d, 'a' in d, dict(d), len(d), d.data, d.get('zz', 0))
class L(UserList):
    def total(self): return sum(self.data)
l = L([1, 2, 3]); l.append(4); print(l, l.total(), l[1:], type(l[1:]).__name__, l + [5], l * 2)
class S(UserString):
    def shout(self): return self.upper() + '!'
s = S('hi'); print(s, s.shout(), s + ' you', len(s), s == 'hi', s.replace('h', 'j'))
c = ChainMap({'a': 1}, {'a': 2, 'b': 3}); print(c['a'], c['b'], dict(c), c.maps, c.new_child({'z': 0}), list(c), c.parents)
c['b'] = 9; print(c.maps)

# expect:
# {'a': 1, 'b': 2, 'c': 3} True {'a': 1, 'b': 2, 'c': 3} 3 {'a': 1, 'b': 2, 'c': 3} 0
# [1, 2, 3, 4] 10 [2, 3, 4] L [1, 2, 3, 4, 5] [1, 2, 3, 4, 1, 2, 3, 4]
# hi HI! hi you 2 True ji
# 1 3 {'a': 1, 'b': 3} [{'a': 1}, {'a': 2, 'b': 3}] ChainMap({'z': 0}, {'a': 1}, {'a': 2, 'b': 3}) ['a', 'b'] ChainMap({'a': 2, 'b': 3})
# [{'a': 1, 'b': 9}, {'a': 2, 'b': 3}]
