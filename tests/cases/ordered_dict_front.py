# Keys of an OrderedDict that are moved to one of its ends.
from collections import OrderedDict

order = OrderedDict((number, str(number)) for number in range(6))
for key, last in ((3, False), (5, False), (0, True), (3, False), (4.0, False), (1, True)):
    order.move_to_end(key, last=last)
    print(list(order.items()))
print(order.popitem(last=False), order.popitem(), len(order), 3 in order, order.get(4))
order[7] = 'new'
order.move_to_end(7, False)
del order[5]
print(order, order == OrderedDict(order), list(reversed(order)))
for key in (99, [1]):
    try:
        order.move_to_end(key, last=False)
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)

lone = OrderedDict(a=1)
lone.move_to_end('a', last=False)
print(lone, lone.copy())

recent = OrderedDict((number, None) for number in range(100))
for turn in range(1000):
    recent.move_to_end(turn * 7 % 100, last=turn % 3 == 0)
    if turn % 50 == 0:
        recent.popitem(last=turn % 100 == 0)
        recent[turn + 1000] = turn
        recent.move_to_end(turn + 1000, last=False)
    recent.setdefault((turn * 7 + 7) % 100)
print(len(recent), list(recent)[:8], list(recent)[-4:], sum([key for key in recent]))

class Eq:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return 1

    def __eq__(self, other):
        return self.name == other.name

    def __repr__(self):
        return self.name

own = OrderedDict((Eq(name), name) for name in 'abc')
own.move_to_end(Eq('c'), last=False)
print(list(own.items()))

# expect:
# [(3, '3'), (0, '0'), (1, '1'), (2, '2'), (4, '4'), (5, '5')]
# [(5, '5'), (3, '3'), (0, '0'), (1, '1'), (2, '2'), (4, '4')]
# [(5, '5'), (3, '3'), (1, '1'), (2, '2'), (4, '4'), (0, '0')]
# [(3, '3'), (5, '5'), (1, '1'), (2, '2'), (4, '4'), (0, '0')]
# [(4, '4'), (3, '3'), (5, '5'), (1, '1'), (2, '2'), (0, '0')]
# [(4, '4'), (3, '3'), (5, '5'), (2, '2'), (0, '0'), (1, '1')]
# (4, '4') (1, '1') 4 True None
# OrderedDict([(7, 'new'), (3, '3'), (2, '2'), (0, '0')]) True [0, 2, 3, 7]
# KeyError 99
# TypeError unhashable type: 'list'
# OrderedDict([('a', 1)]) OrderedDict([('a', 1)])
# 119 [86, 79, 65, 58, 44, 37, 23, 16] [51, 72, 93, 0] 34400
# [(c, 'c'), (a, 'a'), (b, 'b')]
