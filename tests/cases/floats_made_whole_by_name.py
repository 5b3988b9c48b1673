# `__floor__`, `__ceil__` and `__trunc__` of floats, called by their names and by those who ask for them.
import math


class Plain(float):
    pass


for value in (Plain(2.5), 2.5, -2.5, 7, True):
    print(math.floor(value), math.ceil(value), math.trunc(value), int(value), value.__floor__(), value.__ceil__(), value.__trunc__())
print(float.__floor__(-0.5), hasattr(float, '__trunc__'), [name for name in dir(float) if name in ('__floor__', '__ceil__', '__trunc__')])
for wrong in (lambda: math.inf.__floor__(), lambda: math.nan.__ceil__(), lambda: (-math.inf).__trunc__(), lambda: math.floor(Plain('nan'))):
    try:
        wrong()
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)

# expect:
# 2 3 2 2 2 3 2
# 2 3 2 2 2 3 2
# -3 -2 -2 -2 -3 -2 -2
# 7 7 7 7 7 7 7
# 1 1 1 1 1 1 1
# -1 True ['__ceil__', '__floor__', '__trunc__']
# OverflowError cannot convert float infinity to integer
# ValueError cannot convert float NaN to integer
# OverflowError cannot convert float infinity to integer
# ValueError cannot convert float NaN to integer
