# What exceptions tell of names that are missing.
class Point:
    length = 1
p = Point()
try:
    p.lenght
except AttributeError as e:
    print(e, e.name, e.obj is p)
try:
    p.lenght()
except AttributeError as e:
    print(e.name, e.obj is p)
try:
    undefined
except NameError as e:
    print(e.name, e)
def f():
    return undefined_too
try:
    f()
except NameError as e:
    print(e.name)
try:
    import no_such_module_x
except ModuleNotFoundError as e:
    print(e.name, e.path, e.msg)
try:
    from math import no_such_name
except ImportError as e:
    print(e.name)
for e in (AttributeError("x"), NameError("x"), ImportError("x")):
    print(e.name, getattr(e, "obj", "-"), getattr(e, "path", "-"), getattr(e, "msg", "-"))

# expect:
# 'Point' object has no attribute 'lenght' lenght True
# lenght True
# undefined name 'undefined' is not defined
# undefined_too
# no_such_module_x None No module named 'no_such_module_x'
# math
# None None - -
# None - - -
# None - None x
