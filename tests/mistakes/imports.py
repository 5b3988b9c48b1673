import os
import time, sys as system
from time import sleep, strftime
from math import *
from . import x
def f(x: undefined, y: int) -> list[str]:
    pass
