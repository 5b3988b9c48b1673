# A method made of a callable object has that object's attributes.
import types


class Called:
    x = 5

    def __call__(self, *given):
        return given

    def is_it(self):
        return self is called


called = Called()
method = types.MethodType(called, 3)
called.own = 6
print(method(), method.x, method.own, method.is_it(), method.__func__ is called, method.__self__)
for one in (method, Called().is_it, types.MethodType(len, [1, 2])):
    try:
        one.nothing
    except AttributeError as error:
        print(error)
print(types.MethodType(len, [1, 2])(), types.MethodType([1, 2].append, 3).__name__)

# expect:
# (3,) 5 6 True True 3
# 'Called' object has no attribute 'nothing'
# 'function' object has no attribute 'nothing'
# 'builtin_function_or_method' object has no attribute 'nothing'
# 2 append
