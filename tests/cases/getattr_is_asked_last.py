# What every object has is not asked of __getattr__.
class A:
    def __getattr__(s,n): return 'asked '+n
print(A().__class__, A().__dict__)
class B:
    def __getitem__(s,k): return s.__class__
    def __getattr__(s,n): return 'asked '+n
print(B()[1], B().__class__)
from collections.abc import MutableMapping
class C(MutableMapping):
    def __getitem__(s,k): return s.__class__
    def __len__(s): return 1
    def __iter__(s): return iter(())
    def __setitem__(s,k,v): pass
    def __delitem__(s,k): pass
    def __getattr__(s,n): return 'asked '+n
print(C().__class__)
print(C()[1])
print(A().__module__, A().__doc__)
from collections import UserDict
class UD(UserDict):
    def __missing__(s,k): return 'miss '+k
    def __getattr__(s,n): 
        if n=='data': raise AttributeError(n)
        return s[n]
u=UD(a=1); print(u['zz'], u.a, u.get('q'))

# expect:
# <class '__main__.A'> {}
# <class '__main__.B'> <class '__main__.B'>
# <class '__main__.C'>
# <class '__main__.C'>
# __main__ None
# miss zz 1 miss q
