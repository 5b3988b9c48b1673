import tkinter
import time, maths as system
from time import sleep, clock_settime
from math import *
from . import x
from string import digit
def f(x: undefined, y: int) -> list[str]:
    from math import *
    import nothing_of_the_kind
try:
    import nothing_of_the_kind
except ImportError:
    pass
