"""Modules that a program makes, and what it puts into `sys.modules`."""
import sys, types
m = types.ModuleType("mymod", "doc of it")
m.x = 5
exec("def f(): return x*2\ny = 7", m.__dict__)
sys.modules["mymod"] = m
import mymod
print(mymod is m, mymod.f(), mymod.__doc__, mymod.__name__)
from mymod import x, f
print(x, f())
try:
    from mymod import nope
except ImportError as e: print(e)
print(mymod.y)
class Lazy(types.ModuleType):
    """a lazy module"""
    def __init__(self, name): 
        super().__init__(name); self.n = 0
    def __getattr__(self, name):
        if name.startswith("_"): raise AttributeError(name)
        self.n += 1
        return name.upper()
    @property
    def answer(self): return 42
l = Lazy("lazy")
sys.modules["lazy"] = l
import lazy
print(lazy.foo, lazy.n, lazy.answer, isinstance(lazy, types.ModuleType), type(lazy).__name__)
from lazy import bar
print(bar, lazy, lazy.__dict__.keys())
sys.modules["pkg"] = types.ModuleType("pkg")
sys.modules["pkg"].__path__ = []
sys.modules["pkg.sub"] = types.ModuleType("pkg.sub")
sys.modules["pkg.sub"].v = 9
sys.modules["pkg"].sub = sys.modules["pkg.sub"]
import pkg.sub
print(pkg.sub.v)
from pkg.sub import v
from pkg import sub
print(v, sub.__name__)
sys.modules["blocked"] = None
try: import blocked
except ImportError as e: print(type(e), e)
class NotModule:
    value = 3
sys.modules["nm"] = NotModule()
import nm
print(nm.value)
from nm import value
print(value)
import importlib
print(importlib.import_module("mymod") is m)
print(__import__("mymod") is m)
sys.modules[__name__].dyn = 1
print(dyn)
del sys.modules["mymod"]
try: import mymod
except ImportError as e: print(e)
class Config(types.ModuleType):
    def __call__(self): return "called"
    __version__ = "1.0"
sys.modules["cfg"] = Config("cfg")
import cfg
print(cfg(), cfg.__version__, cfg)
print(types.ModuleType("a").__doc__, types.ModuleType("a").__dict__)
try: types.ModuleType()
except TypeError as e: print(e)
# expect:
# True 10 doc of it mymod
# 5 10
# cannot import name 'nope' from 'mymod' (unknown location)
# 7
# FOO 1 42 True Lazy
# BAR <module 'lazy'> dict_keys(['__name__', '__doc__', '__package__', '__loader__', '__spec__', 'n'])
# 9
# 9 pkg.sub
# <class 'ModuleNotFoundError'> import of blocked halted; None in sys.modules
# 3
# 3
# True
# True
# 1
# No module named 'mymod'
# called 1.0 <module 'cfg'>
# None {'__name__': 'a', '__doc__': None, '__package__': None, '__loader__': None, '__spec__': None}
# module() missing required argument 'name' (pos 1)
