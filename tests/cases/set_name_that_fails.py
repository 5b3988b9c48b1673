"""`__set_name__` that fails is told of by a RuntimeError."""

class D:
    def __set_name__(self, owner, name):
        raise ValueError("no " + name)
try:
    class C:
        x = D()
except RuntimeError as e:
    print(type(e), e, repr(e.__cause__))
class D2:
    __set_name__ = None
try:
    class C:
        x = D2()
except Exception as e:
    print(type(e), e, repr(e.__cause__), repr(e.__context__))
class D3:
    def __set_name__(self): pass
try:
    class C:
        x = D3()
except Exception as e:
    print(type(e), e, repr(e.__cause__), repr(e.__context__))
try:
    type("K", (), {"y": D()})
except Exception as e:
    print(type(e), e, repr(e.__cause__), repr(e.__context__))
# expect:
# <class 'RuntimeError'> Error calling __set_name__ on 'D' instance 'x' in 'C' ValueError('no x')
# <class 'RuntimeError'> Error calling __set_name__ on 'D2' instance 'x' in 'C' TypeError("'NoneType' object is not callable") TypeError("'NoneType' object is not callable")
# <class 'RuntimeError'> Error calling __set_name__ on 'D3' instance 'x' in 'C' TypeError('D3.__set_name__() takes 1 positional argument but 3 were given') TypeError('D3.__set_name__() takes 1 positional argument but 3 were given')
# <class 'RuntimeError'> Error calling __set_name__ on 'D' instance 'y' in 'K' ValueError('no y') ValueError('no y')
