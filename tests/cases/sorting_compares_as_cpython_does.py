# Which items are compared, and when, is CPython's: methods that count or print see the same.
import random

made = []

class Item:
    def __init__(self, rank):
        self.rank = rank

    def __lt__(self, other):
        made.append((self.rank, other.rank))
        return self.rank < other.rank


def compared(ranks, **how):
    made.clear()
    items = sorted([Item(rank) for rank in ranks], **how)
    assert [item.rank for item in items] == sorted(ranks, **how)
    mark = 0
    for one, other in made:
        mark = (mark * 31 + one * 7 + other) % 1_000_003
    return len(made), mark


random.seed(11)
print('one', compared([1]), 'two', compared([2, 1]))
print('rising', compared(range(500)), 'falling', compared(range(500, 0, -1)))
print('saw', compared([i * 7 % 500 for i in range(500)]))
print('equal', compared([0] * 200), 'few', compared([random.randrange(4) for _ in range(700)]))
print('random', compared([random.randrange(10_000) for _ in range(900)]))
print('backwards', compared([random.randrange(100) for _ in range(300)], reverse=True))
halves = sorted(random.randrange(1000) for _ in range(300)), sorted(random.randrange(500, 1500) for _ in range(200))
print('halves', compared([*halves[0], *halves[1]]), compared([*halves[1], *halves[0]]))
print('blocks', compared([i // 40 * 97 % 23 * 100 + i % 40 for i in range(1500)]))
for length in (63, 64, 65, 127, 128, 129):
    print(length, compared([i * i % 101 for i in range(length)]))

# Equal ones stay as they are, both ways round.
pairs = [(i * 37 % 5, i) for i in range(40)]
print(sorted(pairs, key=lambda pair: Item(pair[0])) == sorted(pairs))
print([i for _, i in sorted(pairs, key=lambda pair: Item(pair[0]), reverse=True)][:9])


# A comparison that fails leaves all items there, moved as far as they were.
class Brittle(Item):
    def __lt__(self, other):
        made.append(0)
        if len(made) == 400:
            raise KeyError(self.rank)
        return self.rank < other.rank

made.clear()
items = [Brittle(i * 53 % 150) for i in range(150)]
try:
    items.sort()
except KeyError as error:
    print('fails at', error, [item.rank for item in items][:70:7], len({item.rank for item in items}))


# The list is empty meanwhile.
class Curious(Item):
    def __lt__(self, other):
        seen.append(len(curious))
        return self.rank < other.rank

seen = []
curious = [Curious(rank) for rank in (2, 3, 1)]
curious.sort()
print(seen, [item.rank for item in curious])


def keep(item):
    growing.append(item)
    return item

growing = [3, 1, 2]
try:
    growing.sort(key=keep)
except ValueError as error:
    print(error, growing)


def fussy(item):
    return 1 // item

untouched = [2, 1, 0]
try:
    untouched.sort(key=fussy)
except ZeroDivisionError as error:
    print(error, untouched)

# What has no order.
nan = float('nan')
print(sorted([3.0, nan, 2.0, nan, 1.0, 0.5]), sorted([1, nan, 0], reverse=True))
for how in ({'reverse': 'a'}, {'reverse': 'a', 'key': abs}):
    try:
        sorted([1, 2], **how)
    except TypeError as error:
        print(error)
# expect:
# one (0, 0) two (1, 9)
# rising (499, 334034) falling (499, 142700)
# saw (1921, 658614)
# equal (199, 0) few (3804, 63561)
# random (7663, 226940)
# backwards (2079, 443992)
# halves (768, 407902) (765, 222886)
# blocks (3615, 990070)
# 63 (272, 340905)
# 64 (284, 572718)
# 65 (291, 522694)
# 127 (701, 378881)
# 128 (698, 359924)
# 129 (712, 132365)
# True
# [2, 7, 12, 17, 22, 27, 32, 37, 4]
# fails at 59 [0, 19, 53, 80, 107, 134, 20, 47, 73, 100] 150
# [0, 0, 0, 0] [1, 2, 3]
# list modified during sort [1, 2, 3]
# integer division or modulo by zero [2, 1, 0]
# [3.0, nan, 0.5, 2.0, nan, 1.0] [1, nan, 0]
# 'str' object cannot be interpreted as an integer
# 'str' object cannot be interpreted as an integer
