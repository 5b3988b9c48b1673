"""What a class has for its slots."""
import types, inspect
class P:
    __slots__ = ('x', 'y')
    def __init__(self, x, y): self.x = x; self.y = y
p = P(1, 2)
d = P.x
print(d, type(d), d.__name__, d.__objclass__, d.__qualname__, d.__doc__)
print(d.__get__(p), d.__get__(p, P), d.__get__(None, P) is d)
d.__set__(p, 9); print(p.x)
d.__delete__(p)
try: p.x
except AttributeError as e: print(e)
try: d.__get__(p)
except AttributeError as e: print(e)
try: d.__delete__(p)
except AttributeError as e: print(e)
try: d.__get__(3)
except TypeError as e: print(e)
try: d.__set__(3, 3)
except TypeError as e: print(e)
print(isinstance(d, types.MemberDescriptorType), inspect.ismemberdescriptor(d), inspect.isdatadescriptor(d))
print(types.MemberDescriptorType)
print(P.__slots__)
class Q(P): 
    __slots__ = {'z': 'the z'}
q = Q(3, 4); q.z = 5
print(Q.z.__doc__, Q.x == P.x, Q.z.__get__(q), hasattr(q, '__dict__'))
try: q.w = 1
except AttributeError as e: print(e)
try: d.foo
except AttributeError as e: print(e)
print(callable(d), hash(d) == hash(P.x), P.x == P.x)
print([getattr(type(o), '__name__') for o in (P.x, P.y)])
try: 1/0
except ZeroDivisionError as e:
    tb = e.__traceback__
    print(isinstance(tb, types.TracebackType), isinstance(tb.tb_frame, types.FrameType), types.TracebackType, types.FrameType, type(tb) is types.TracebackType)
# expect:
# <member 'x' of 'P' objects> <class 'member_descriptor'> x <class '__main__.P'> P.x None
# 1 1 True
# 9
# 'P' object has no attribute 'x'
# 'P' object has no attribute 'x'
# x
# descriptor 'x' for 'P' objects doesn't apply to a 'int' object
# descriptor 'x' for 'P' objects doesn't apply to a 'int' object
# True True True
# <class 'member_descriptor'>
# ('x', 'y')
# None True 5 False
# 'Q' object has no attribute 'w'
# 'member_descriptor' object has no attribute 'foo'
# False True True
# ['member_descriptor', 'member_descriptor']
# True True <class 'traceback'> <class 'frame'> True
