"""What exceptions are told by keywords."""
try:
    import nosuch
except ImportError as e: print(e.name, e.path, e.msg)
for c in (ImportError, ModuleNotFoundError): 
    e = c("m", name="n", path="p"); print(repr(e), e.name, e.path, e.msg)
e=AttributeError("m", name="x", obj=3); print(repr(e), e.name, e.obj)
e=NameError("m", name="x"); print(repr(e), e.name)
try: e=ImportError("m", foo="x")
except TypeError as e: print(e)
try: ValueError("m", foo="x")
except TypeError as e: print(e)
try: {}.foo
except AttributeError as e: print(e.name, e.obj)
try: foo
except NameError as e: print(e.name)
class MyErr(ImportError): pass
e=MyErr("a", name="z"); print(e.name)
class E(Exception):
    def __init__(self, msg, code=0): self.code = code
e=E("m", code=3); print(repr(e), e.args, e.code)
class E2(Exception): pass
try: E2("m", code=3)
except TypeError as e: print(e)
try: MyErr("m", code=3)
except TypeError as e: print(e)
class E3(Exception):
    def __init__(self, *a, **k): super().__init__(*a); self.k = k
e=E3(1,2,z=3); print(repr(e), e.args, e.k)
e=E3(z=3); print(repr(e), e.args, e.k)
class E4(ImportError):
    def __init__(self, m, name): super().__init__(m, name=name)
e=E4("a","b"); print(repr(e), e.name)
# expect:
# nosuch None No module named 'nosuch'
# ImportError('m') n p m
# ModuleNotFoundError('m') n p m
# AttributeError('m') x 3
# NameError('m') x
# 'foo' is an invalid keyword argument for ImportError()
# ValueError() takes no keyword arguments
# foo {}
# foo
# z
# E('m') ('m',) 3
# E2() takes no keyword arguments
# 'code' is an invalid keyword argument for ImportError()
# E3(1, 2) (1, 2) {'z': 3}
# E3() () {'z': 3}
# E4('a') b
