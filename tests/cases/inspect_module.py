import inspect
def f(a, b=2, /, c: int = 3, *args, d, e="x", **kw) -> str:
    """Does it.

        More.
    """
async def co(): pass
def gen(): yield
class A:
    "A class"
    def __init__(self, x, y=1): pass
    def m(self, z): pass
print(inspect.signature(f), list(inspect.signature(f).parameters), inspect.signature(A), inspect.signature(A(1).m), inspect.signature(lambda x, *, y: 0))
s = inspect.signature(f)
print(s.parameters["b"].default, s.parameters["d"].kind, s.parameters["c"].annotation, s.return_annotation, s.parameters["a"].default is inspect.Parameter.empty)
bound = s.bind(1, 2, d=4, q=5)
print(bound.arguments, bound.args, bound.kwargs)
print(inspect.isfunction(f), inspect.isclass(A), inspect.ismethod(A(1).m), inspect.iscoroutinefunction(co), inspect.isgeneratorfunction(gen), inspect.isbuiltin(len))
print(repr(inspect.getdoc(f)), inspect.getdoc(A), inspect.isgenerator(gen()), inspect.getfullargspec(lambda a, b=1, *c, d=2, **e: 0))
for call in (lambda: s.bind(1), lambda: s.bind(), lambda: inspect.signature(lambda a: 0).bind(1, 2), lambda: inspect.signature(5)):
    try:
        print(call())
    except TypeError as error:
        print(error)

# expect:
# (a, b=2, /, c: int = 3, *args, d, e='x', **kw) -> str ['a', 'b', 'c', 'args', 'd', 'e', 'kw'] (x, y=1) (z) (x, *, y)
# 2 KEYWORD_ONLY <class 'int'> <class 'str'> True
# {'a': 1, 'b': 2, 'd': 4, 'kw': {'q': 5}} (1, 2) {'d': 4, 'q': 5}
# True True True True True True
# 'Does it.\n\nMore.' A class True FullArgSpec(args=['a', 'b'], varargs='c', varkw='e', defaults=(1,), kwonlyargs=['d'], kwonlydefaults={'d': 2}, annotations={})
# missing a required argument: 'd'
# missing a required argument: 'a'
# too many positional arguments
# 5 is not a callable object
