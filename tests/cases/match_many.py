def f(x):
    match x:
        case {'type': 'circle', 'r': r}: return f'circle {r}'
        case {'type': 'rect', **rest} if 'w' in rest: return f'rect {rest}'
        case {}: 
            return 'map'
        case [a, b, *rest]: return f'seq {a} {b} {rest}'
        case [a]: return f'one {a}'
        case []: return 'empty'
        case 'a' | 'b' as ch: return f'ch {ch}'
        case str(s) if len(s) > 3: return f'long {s}'
        case int(n) if n < 0: return 'neg'
        case bool(b): return f'bool {b}'
        case int() | float(): return 'num'
        case None: return 'none'
        case _: return 'other'
for x in [{'type': 'circle', 'r': 3}, {'type': 'rect', 'w': 1, 'h': 2}, {'q': 1}, (1, 2, 3), [5], [], 'a', 'hello', -3, True, 7, 2.5, None, object, 'xy']:
    print(f(x))
class Point:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
def where(p):
    match p:
        case Point(0, 0): return 'origin'
        case Point(0, y): return f'y={y}'
        case Point(x, 0): return f'x={x}'
        case Point(x=xx, y=yy) if xx == yy: return 'diag'
        case Point(): return 'somewhere'
print([where(Point(*p)) for p in [(0,0),(0,5),(3,0),(2,2),(1,9)]])
match [1, [2, 3, {'k': [4, 5]}]]:
    case [a, [b, _, {'k': [*_, last]}]]: print(a, b, last)
import enum
class C(enum.Enum): R = 1; G = 2
match C.G:
    case C.R: print('red')
    case C.G: print('green')
match {'a': 1, 'b': {'c': [1, 2]}}:
    case {'b': {'c': [x, y]}, **others}: print(x, y, others)
match -1:
    case -1: print('minus one')
match 'x':
    case ('a' | 'x') as got: print(got)

# expect:
# circle 3
# rect {'w': 1, 'h': 2}
# map
# seq 1 2 [3]
# one 5
# empty
# ch a
# long hello
# neg
# bool True
# num
# num
# none
# other
# other
# ['origin', 'y=5', 'x=3', 'diag', 'somewhere']
# 1 2 5
# green
# 1 2 {'a': 1}
# minus one
# x
