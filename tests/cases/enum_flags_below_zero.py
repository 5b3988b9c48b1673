# A flag's member with a negative value has no bits to be told one by one.
from enum import Flag, IntFlag, auto


class Perm(Flag):
    R = auto()
    W = auto()
    RW = -2


print(repr(Perm.RW), Perm.RW.value, Perm.R.value)
try:
    list(Perm.RW)
except ValueError as error:
    print(error)
for kind in (Flag, IntFlag):
    try:
        class Odd(kind):
            A = 1
            B = 2
            AB = A - B
        list(Odd.AB)
    except ValueError as error:
        print(error)

# expect:
# <Perm.RW: -2> -2 1
# -2 is not a positive integer
# -1 is not a positive integer
# -1 is not a positive integer
