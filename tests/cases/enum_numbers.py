from enum import Enum, IntEnum, auto
import json
class Priority(IntEnum):
    LOW = 1
    HIGH = 10
print(Priority.LOW, repr(Priority.LOW), Priority.LOW < Priority.HIGH, Priority.HIGH + 1, sorted([Priority.HIGH, Priority.LOW]))
print(Priority(10), f"{Priority.LOW} {Priority.LOW:>4}", Priority.LOW == 1, [10, 20][Priority.LOW], "%d" % Priority.HIGH)
print(json.dumps({"p": Priority.HIGH}), max(Priority), sum(Priority))
class Number(Enum):
    X = auto()
    Y = auto()
    Z = 10
    W = auto()
print([(one.name, one.value) for one in Number])

# expect:
# 1 <Priority.LOW: 1> True 11 [<Priority.LOW: 1>, <Priority.HIGH: 10>]
# 10 1    1 True 20 10
# {"p": 10} 10 11
# [('X', 1), ('Y', 2), ('Z', 10), ('W', 11)]
