# Flags turned round, and flags of bits that have no member of their own.
from enum import CONFORM, EJECT, Flag, IntFlag
class Open(IntFlag):
    A = 1
    B = 2
    MASK = 255
class OpenF(Flag):
    A = 1
    B = 2
    MASK = 31
class P(IntFlag):
    R = 4
    W = 2
    X = 1
for k in (Open, OpenF):
    print(repr(~k.A), repr(~k.B), repr(~(k.A|k.B)), repr(~k.MASK), repr(~k(0)), list(k.A|k.B), list(k), len(k.MASK))
    print(repr(k(1|4)) if k is Open else '', repr(k.A|k.B), repr(k.MASK & k.A), str(k.MASK), k.A in k.MASK)
print(list(OpenF.MASK), [repr(x) for x in Open.MASK])
print(repr(~P.R), repr(~(P.R|P.W|P.X)), repr(~P(0)), repr(~~P.R), repr(P(8)), repr(~P(8)), repr(P(-1)), repr(P(-8)), repr(P(9)), repr(P.R|8), format(P.R), f'{P.R:>3}', f'{P.R|P.W}')
print(P.R & ~P.R, repr(P(0)), (P.R | P.W) & ~P.W is P.R, bool(~P(7)))
class C(Flag, boundary=CONFORM):
    A = 1
    B = 2
print(repr(~C.A), repr(C(7)), repr(~C(3)))
class S(Flag):
    A = 1
    C = 4
print(repr(~S.A), repr(~(S.A|S.C)))
try: S(2)
except ValueError as e: print(e)
class E(IntFlag, boundary=EJECT):
    A = 1
print(repr(~E.A), repr(E(4)), type(E(4)))


class Missing(Flag):
    A = 1

    @classmethod
    def _missing_(cls, value):
        return 1 / 0 if value == 5 else "nothing"


for value in (5, 6):
    try:
        Missing(value)
    except (TypeError, ZeroDivisionError) as error:
        print(error, repr(error.__context__))

# expect:
# <Open.B|252: 254> <Open.A|252: 253> <Open: 252> <Open: 0> <Open.MASK: 255> [<Open.A: 1>, <Open.B: 2>] [<Open.A: 1>, <Open.B: 2>] 8
# <Open.A|4: 5> <Open.A|B: 3> <Open.A: 1> 255 True
# <OpenF.B: 2> <OpenF.A: 1> <OpenF: 0> <OpenF: 0> <OpenF.A|B: 3> [<OpenF.A: 1>, <OpenF.B: 2>] [<OpenF.A: 1>, <OpenF.B: 2>] 5
#  <OpenF.A|B: 3> <OpenF.A: 1> OpenF.MASK True
# [<OpenF.A: 1>, <OpenF.B: 2>, None, None, None] ['<Open.A: 1>', '<Open.B: 2>', 'None', 'None', 'None', 'None', 'None', 'None']
# <P.W|X: 3> <P: 0> <P.R|W|X: 7> <P.R: 4> <P: 8> <P.R|W|X: 7> <P.R|W|X: 7> <P: 0> <P.X|8: 9> <P.R|8: 12> 4   4 6
# 0 <P: 0> True False
# <C.B: 2> <C.A|B: 3> <C: 0>
# <S.C: 4> <S: 0>
# <flag 'S'> invalid value 2
#     given 0b0 010
#   allowed 0b0 101
# <E: 0> 4 <class 'int'>
# division by zero ValueError('5 is not a valid Missing')
# error in Missing._missing_: returned 'nothing' instead of None or a valid member ValueError('6 is not a valid Missing')
