from enum import Enum, IntEnum, auto, unique, StrEnum, Flag
class C(Enum):
    RED = 1; GREEN = 2; BLUE = auto(); CRIMSON = 1
    @property
    def pretty(self): return self.name.title()
    @classmethod
    def default(cls): return cls.RED
print(list(C), C(2), C['RED'], C.CRIMSON is C.RED, C.BLUE.value, C.RED.pretty, C.default(), C.__members__, C.RED == 1, C.RED in C, repr(C.RED), str(C.GREEN), hash(C.RED) == hash(C.RED), isinstance(C.RED, C), len(C), C.RED.name)
try: C(9)
except ValueError as e: print(e)
try: C['X']
except KeyError as e: print(e)
try: C.RED = 5
except AttributeError as e: print(e)
try: C.RED < C.GREEN
except TypeError as e: print(e)
class P(Enum):
    EARTH = (5.97e24, 6.37e6); MARS = (6.4e23, 3.4e6)
    def __init__(self, m, r): self.mass, self.radius = m, r
    @property
    def g(self): return 6.67e-11 * self.mass / self.radius ** 2
print(P.EARTH.g, P.MARS.value, P.EARTH)
class W(IntEnum): LOW = 1; HIGH = 10
print(W.LOW < W.HIGH, W.LOW + 1, f'{W.HIGH}', W(1), sorted(W, reverse=True), {W.LOW: 'a'}[1], W.HIGH.real)
class S(StrEnum): A = auto(); B = 'bee'
print(S.A, S.B.upper(), S.A == 'a', repr(S.B), f'{S.A}!')
try:
    @unique
    class D(Enum): X = 1; Y = 1
except ValueError as e: print(e)
class Perm(Flag): R = auto(); W = auto(); X = auto()
p = Perm.R | Perm.W; print(p, Perm.R in p, Perm.X in p, p & Perm.R, ~p, bool(Perm(0)), p.value, list(p), p ^ Perm.R)
class Op(Enum):
    ADD = '+'; MUL = '*'
    def __call__(self, a, b): return {'+': a + b, '*': a * b}[self.value]
print(Op.ADD(2, 3), Op('*')(2, 3)); E = Enum('E', 'a b c'); print(list(E)); print(Enum('F', {'x': 10}).x.value)
try:
    class Sub(C): pass
except TypeError as e: print(e)

# expect:
# [<C.RED: 1>, <C.GREEN: 2>, <C.BLUE: 3>] C.GREEN C.RED True 3 Red C.RED {'RED': <C.RED: 1>, 'GREEN': <C.GREEN: 2>, 'BLUE': <C.BLUE: 3>, 'CRIMSON': <C.RED: 1>} False True <C.RED: 1> C.GREEN True True 3 RED
# 9 is not a valid C
# 'X'
# cannot reassign member 'RED'
# '<' not supported between instances of 'C' and 'C'
# 9.813440652193735 (6.4e+23, 3400000.0) P.EARTH
# True 2 10 1 [<W.HIGH: 10>, <W.LOW: 1>] a 10
# a BEE True <S.B: 'bee'> a!
# duplicate values found in <enum 'D'>: Y -> X
# Perm.R|W True False Perm.R Perm.X False 3 [<Perm.R: 1>, <Perm.W: 2>] Perm.W
# 5 6
# [<E.a: 1>, <E.b: 2>, <E.c: 3>]
# 10
# <enum 'Sub'> cannot extend <enum 'C'>
