from enum import Flag, IntFlag, auto
class P(Flag):
    X = 4
    W = 2
    R = 1
    RW = R | W
print(list(P), P.RW, P.R | P.X, P(7), ~P.R, P.RW & P.W, repr(P(0)))
class I(IntFlag):
    C = 4
    A = 1
print(I.A | I.C, repr(I.A | I.C), I(8) , list(I(5)))

# expect:
# [<P.X: 4>, <P.W: 2>, <P.R: 1>] P.RW P.X|R P.X|W|R P.X|W P.W <P: 0>
# 5 <I.C|A: 5> 8 [<I.C: 4>, <I.A: 1>]
