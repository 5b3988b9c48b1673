# Arguments that stand for none, come by keyword, or are iterators and the program's objects.
from __future__ import annotations
from collections import deque
from dataclasses import InitVar, dataclass

print(min((x for x in []), default=None), max(iter(()), default=None), max([], default=0), min([x for x in (3, 1)], default=5))
print(pow(2, 10, None), pow(base=3, exp=4, mod=5), pow(2, exp=3))
for wrong in (lambda: max(x for x in []), lambda: pow(2), lambda: pow(2.0, 3, 4)):
    try:
        print(wrong())
    except (TypeError, ValueError) as error:
        print(type(error).__name__)

class Told:
    def __bytes__(self):
        return b'told'

print(bytes(x for x in [1, 2]), bytes(iter([3])), bytes(Told()), bytes(map(int, '12')))

def shape(value):
    match value:
        case [first, *rest]: return 'sequence', first, rest
        case {'k': found, **rest}: return 'mapping', found, rest
        case _: return 'neither'

print(shape(deque([1, 2])), shape('ab'), shape(b'ab'), shape([1]), shape({'k': 3, 'l': 4}), shape(range(3)))

@dataclass
class Scaled:
    x: int
    by: InitVar[int] = 3

    def __post_init__(self, by):
        self.y = self.x * by

print(Scaled(2).y, Scaled(2, 5).y, Scaled(2))

# expect:
# None None 0 1
# 1024 1 8
# ValueError
# TypeError
# TypeError
# b'\x01\x02' b'\x03' b'told' b'\x01\x02'
# ('sequence', 1, [2]) neither neither ('sequence', 1, []) ('mapping', 3, {'l': 4}) ('sequence', 0, [1, 2])
# 6 10 Scaled(x=2)
