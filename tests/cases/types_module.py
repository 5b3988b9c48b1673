import types
space = types.SimpleNamespace(a=1, b="x")
space.c = [1]
print(space, space == types.SimpleNamespace(a=1, b="x", c=[1]), space.a)
def f(): pass
def g(): yield
print(isinstance(f, types.FunctionType), isinstance(g(), types.GeneratorType), isinstance(len, types.BuiltinFunctionType), isinstance(f, types.LambdaType))
view = types.MappingProxyType({"a": 1})
print(view["a"], len(view), list(view), view.get("z"), repr(view), isinstance(types, types.ModuleType))
try:
    view["b"] = 2
except TypeError as error:
    print(error)
class A:
    def m(self): pass
print(isinstance(A().m, types.MethodType), types.NoneType is type(None), types.new_class("B", (A,)).__name__)

# expect:
# namespace(a=1, b='x', c=[1]) True 1
# True True True True
# 1 1 ['a'] None mappingproxy({'a': 1}) True
# 'mappingproxy' object does not support item assignment
# True True B
