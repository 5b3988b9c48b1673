"""`inspect` finds the lines of what a program defined."""
import functools, inspect

def deco(fn):
    @functools.wraps(fn)
    def wrapper(*args):
        return fn(*args)
    return wrapper

def plain(a, b=(1,
                2)):
    """A text
with lines at the margin: def no():
"""
    if a:  # (a bracket in a comment
        return "a ' quote and ["

    return b
    # still inside

# not inside any more
@deco
@deco
def decorated():
    yield 1
class Shape:
    """Of any kind: """
    sides: int = 0
    def area(self): return 0
    @staticmethod
    def make(kind, *more): pass
    @property
    def name(self):
        def inner():
            return (
                1)
        return inner

    class Inner:
        def method(self): pass
one, two = lambda x: x + 1, 2
def outer():
    class Local:
        def m(self):
            return 1
    return Local
for what in (plain, decorated, Shape.area, Shape.make, Shape.name.fget, Shape.Inner, outer(), Shape, Shape().area, one):
    print(inspect.getsource(what), end='')
print(inspect.getsourcelines(decorated), inspect.getsourcelines(Shape)[1])
for what in (len, 5, exec):
    try: inspect.getsource(what)
    except TypeError as e: print(e)
namespace = {}
exec('def f(): pass', namespace)
try: inspect.getsource(namespace['f'])
except OSError as e: print(e)
factor = 3
def scaled(x):
    return [abs(factor * x), unknown]
def around():
    n = 1
    return lambda: n + factor
print(inspect.getclosurevars(scaled))
print(inspect.getclosurevars(around()))
print(inspect.getattr_static(Shape, 'name') is Shape.__dict__['name'], inspect.getattr_static(Shape(), 'sides'))
try: inspect.getattr_static(Shape, 'none')
except AttributeError as e: print(e)
print(inspect.iscode(plain.__code__), inspect.isframe(inspect.currentframe()), inspect.ismethoddescriptor(Shape.area))
def here():
    return inspect.getframeinfo(inspect.currentframe())[1:3]
print(here(), inspect.getfullargspec(lambda a: a))
def noted(a: int, *, b: str = '') -> bool: pass
print(inspect.getfullargspec(noted).annotations, inspect.Parameter.empty)
# expect:
# def plain(a, b=(1,
#                 2)):
#     """A text
# with lines at the margin: def no():
# """
#     if a:  # (a bracket in a comment
#         return "a ' quote and ["
#
#     return b
#     # still inside
# @deco
# @deco
# def decorated():
#     yield 1
#     def area(self): return 0
#     @staticmethod
#     def make(kind, *more): pass
#     @property
#     def name(self):
#         def inner():
#             return (
#                 1)
#         return inner
#     class Inner:
#         def method(self): pass
#     class Local:
#         def m(self):
#             return 1
# class Shape:
#     """Of any kind: """
#     sides: int = 0
#     def area(self): return 0
#     @staticmethod
#     def make(kind, *more): pass
#     @property
#     def name(self):
#         def inner():
#             return (
#                 1)
#         return inner
#
#     class Inner:
#         def method(self): pass
#     def area(self): return 0
# one, two = lambda x: x + 1, 2
# (['@deco\n', '@deco\n', 'def decorated():\n', '    yield 1\n'], 22) 26
# module, class, method, function, traceback, frame, or code object was expected, got builtin_function_or_method
# module, class, method, function, traceback, frame, or code object was expected, got int
# module, class, method, function, traceback, frame, or code object was expected, got builtin_function_or_method
# could not get source code
# ClosureVars(nonlocals={}, globals={'factor': 3}, builtins={'abs': <built-in function abs>}, unbound={'unknown'})
# ClosureVars(nonlocals={'n': 1}, globals={'factor': 3}, builtins={}, unbound=set())
# True 0
# none
# True True False
# (70, 'here') FullArgSpec(args=['a'], varargs=None, varkw=None, defaults=None, kwonlyargs=[], kwonlydefaults=None, annotations={})
# {'return': <class 'bool'>, 'a': <class 'int'>, 'b': <class 'str'>} <class 'inspect._empty'>
