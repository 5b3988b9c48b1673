from enum import Flag, IntFlag, auto
class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
print(Perm.R, repr(Perm.R | Perm.X), Perm.R | Perm.W, Perm.RW, Perm.R in Perm.RW, Perm.R & Perm.W, bool(Perm.R & Perm.W))
print(~Perm.R, list(Perm.RW), Perm(0), repr(Perm(5)), Perm.R ^ Perm.RW, len(Perm), list(Perm), len(Perm.RW))
class Bits(IntFlag):
    A = 1
    B = 2
    C = 4
print(Bits.A | Bits.B, repr(Bits.A | Bits.C), Bits.A | 8, repr(Bits(9)), Bits.A + 1, Bits.A & 3, ~Bits.A, repr(~Bits.A), repr(Bits(0)))
try:
    Perm(99)
except ValueError as error:
    print(error)

# expect:
# Perm.R <Perm.R|X: 5> Perm.RW Perm.RW True Perm(0) False
# Perm.W|X [<Perm.R: 1>, <Perm.W: 2>] Perm(0) <Perm.R|X: 5> Perm.W 3 [<Perm.R: 1>, <Perm.W: 2>, <Perm.X: 4>] 2
# 3 <Bits.A|C: 5> 9 <Bits.A|8: 9> 2 1 6 <Bits.B|C: 6> <Bits: 0>
# <flag 'Perm'> invalid value 99
#     given 0b0 1100011
#   allowed 0b0 0000111
