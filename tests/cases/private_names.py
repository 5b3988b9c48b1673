class A:
    __secret = 1
    def __init__(self, __p=3):
        self.__x = 10
        self.__y__ = 2
        self._A__z = __p
    def __hidden(self, __k=1): return self.__x + __k
    def get(self):
        __local = self.__hidden()
        f = lambda: __local + self.__secret
        return f(), self.__z, [__i for __i in range(2)]
    def __eq__(self, other): return isinstance(other, A) and self.__x == other.__x
    class __Inner: pass
    def inner(self): return self.__Inner.__name__, A.__Inner
class B(A):
    def __init__(self):
        super().__init__()
        self.__x = 99
a = A()
print(a.get(), a._A__x, vars(a))
print(B().__dict__, A() == A(), a.inner())
try: a.__x
except AttributeError as e: print(e)
print([n for n in A.__dict__ if 'A__' in n])
def f():
    class _C:
        def g(self): self.__q = 1; return self.__dict__
    return _C().g()
print(f())

# expect:
# (12, 3, [0, 1]) 10 {'_A__x': 10, '__y__': 2, '_A__z': 3}
# {'_A__x': 10, '__y__': 2, '_A__z': 3, '_B__x': 99} True ('__Inner', <class '__main__.A.__Inner'>)
# 'A' object has no attribute '__x'
# ['_A__secret', '_A__hidden', '_A__Inner']
# {'_C__q': 1}
