from collections import *
from os.path import *
from signal import *
from io import *
from array import *
from concurrent.futures import *
print(UserDict(a=1), join('a', 'b'), SIGINT.name, SEEK_END, typecodes[:2], Future.__name__)
try:
    InvalidStateError
except NameError as error:
    print(error)

# expect:
# {'a': 1} a/b SIGINT 2 bB Future
# name 'InvalidStateError' is not defined
