import math
import string as s, time
from math import sqrt, pi as circle
from string import *

print(sqrt(16), math.sqrt(2), circle == math.pi)
print(digits, s.digits is digits, capwords("a  bc def"))
print(math.__name__, s.__name__, __name__)


def inside():
    import math as m
    from string import hexdigits
    return m is math, hexdigits


print(inside())
try:
    import no_such_module
except ImportError as error:
    print(type(error).__name__, error)
try:
    from math import no_such_name
except ImportError as error:
    print(type(error).__name__, str(error).split("(")[0])
try:
    math.no_such_name
except AttributeError as error:
    print(error)
try:
    import no_such_module
except:
    sqrt_of = math.sqrt
else:
    sqrt_of = None
print(sqrt_of(9), getattr(math, "pi") > 3, getattr(math, "nothing", 5), hasattr(math, "sqrt"), hasattr(math, "x"))
math.extra = [1]
math.extra.append(2)
print(math.extra)
del math.extra
print(hasattr(math, "extra"))
setattr(s, "digits", "none")
print(s.digits, digits, s.capwords("x y"))
s.digits = digits
if False:
    import never_there
from math import tau
print(tau == 2 * circle, time.__name__)
# expect:
# 4.0 1.4142135623730951 True
# 0123456789 True A Bc Def
# math string __main__
# (True, '0123456789abcdefABCDEF')
# ModuleNotFoundError No module named 'no_such_module'
# ImportError cannot import name 'no_such_name' from 'math' 
# module 'math' has no attribute 'no_such_name'
# 3.0 True 5 True False
# [1, 2]
# False
# none 0123456789 X Y
# True time
