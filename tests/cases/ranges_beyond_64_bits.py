# Ranges whose ends, steps or lengths are beyond 64 bits, which are as other ranges are.
import pickle, copy
long = range(10**20, 10**20 + 5)
print(long, len(long), list(long), bool(long), bool(range(10**30, 10**20)), type(long), isinstance(long, range))
print(10**20 + 2 in long, 5 in long, 1e20 in long, 10**20 + 0.5 in long, 'x' in long, True in range(-10**20, 10**20))
print(long.index(10**20 + 3), long.count(10**20 + 1), long.count(1), long[1], long[-1], long.start, long.stop, long.step)
print(long[1:3], long[::-1], long[-2:], long[10**30:], long[10**20::2], long[::10**20], range(0, 10**20)[10**18:10**19:3])
print(list(reversed(long)), list(long[::-2]), list(range(10**20, 10**20 - 6, -2)), [*range(-10**25, 10**25, 9 * 10**24)])
print(long == range(10**20, 10**20 + 5), long != range(10**20 + 5), range(0, 10**20, 10**19) == range(0, 10**20 - 1, 10**19))
print(range(10**20, 10**20) == range(0), range(0) == range(10**20, 5), range(7, 10**20, 10**20) == range(7, 8), long == 5, long == [1])
print(hash(long) == hash(range(10**20, 10**20 + 5)), hash(range(3, 9, 2)) == hash(range(3, 8, 2)), hash(range(0)) == hash(range(5, 5)))
print({long: 1, range(3): 2}[range(10**20, 10**20 + 5)], len({range(4), range(0, 4), range(3)}))
print(pickle.loads(pickle.dumps(long)) == long, copy.copy(long) is long, copy.deepcopy([long]))
print(type(iter(long)).__name__, list(zip(long, 'ab')), list(enumerate(long))[-1], sum(long), max(long), sorted(long, reverse=True)[0])
print(range(2**63 - 2, 2**63 + 2)[2], list(range(2**63 - 2, 2**63 + 2)), range(-2**63, 0)[::-1], range(-2**63, 2**63 - 1)[-1])
first, *rest = long
print(first, len(rest))
match long:
    case [a, *_, b]:
        print(a, b)
taken = iter(long)
print(next(taken), 10**20 + 3 in taken, list(taken), next(taken, 'end'))
for mistaken in (lambda: len(range(10**20)), lambda: long[5], lambda: long[-6], lambda: long[10**30], lambda: long.index(3), lambda: long['a'],
                 lambda: long[::0], lambda: range(10**20, 5, 0), lambda: range(10**20, 'a'), lambda: long < long, lambda: hash(long[:'a']),
                 lambda: long.index('x'), lambda: len(range(-2**63, 2**63 - 1))):
    try:
        print(mistaken())
    except (IndexError, OverflowError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
class Place:
    def __index__(self):
        return 10**20 + 1
    def __eq__(self, other):
        return other == 10**20 + 2
print(range(Place())[-1], range(0, 10**20 * 5)[Place()], long[: Place()], Place() in long, long.index(Place()), long.count(Place()))
total = 0
for number in range(10**19, 10**19 + 1000):
    total += number
print(total)
def numbers():
    for number in range(2**63 - 3, 2**63 + 3):
        yield number
print(list(numbers()), [n for n in range(0, 10**20, 4 * 10**19) if n])

# expect:
# range(100000000000000000000, 100000000000000000005) 5 [100000000000000000000, 100000000000000000001, 100000000000000000002, 100000000000000000003, 100000000000000000004] True False <class 'range'> True
# True False True True False True
# 3 1 0 100000000000000000001 100000000000000000004 100000000000000000000 100000000000000000005 1
# range(100000000000000000001, 100000000000000000003) range(100000000000000000004, 99999999999999999999, -1) range(100000000000000000003, 100000000000000000005) range(100000000000000000005, 100000000000000000005) range(100000000000000000005, 100000000000000000005, 2) range(100000000000000000000, 100000000000000000005, 100000000000000000000) range(1000000000000000000, 10000000000000000000, 3)
# [100000000000000000004, 100000000000000000003, 100000000000000000002, 100000000000000000001, 100000000000000000000] [100000000000000000004, 100000000000000000002, 100000000000000000000] [100000000000000000000, 99999999999999999998, 99999999999999999996] [-10000000000000000000000000, -1000000000000000000000000, 8000000000000000000000000]
# True True True
# True True True False False
# True True True
# 1 2
# True True [range(100000000000000000000, 100000000000000000005)]
# longrange_iterator [(100000000000000000000, 'a'), (100000000000000000001, 'b')] (4, 100000000000000000004) 500000000000000000010 100000000000000000004 100000000000000000004
# 9223372036854775808 [9223372036854775806, 9223372036854775807, 9223372036854775808, 9223372036854775809] range(-1, -9223372036854775809, -1) 9223372036854775806
# 100000000000000000000 4
# 100000000000000000000 100000000000000000004
# 100000000000000000000 True [100000000000000000004] end
# OverflowError Python int too large to convert to C ssize_t
# IndexError range object index out of range
# IndexError range object index out of range
# IndexError range object index out of range
# ValueError 3 is not in range
# TypeError range indices must be integers or slices, not str
# ValueError slice step cannot be zero
# ValueError range() arg 3 must not be zero
# TypeError 'str' object cannot be interpreted as an integer
# TypeError '<' not supported between instances of 'range' and 'range'
# TypeError slice indices must be integers or None or have an __index__ method
# ValueError sequence.index(x): x not in sequence
# OverflowError Python int too large to convert to C ssize_t
# 100000000000000000000 100000000000000000001 range(100000000000000000000, 100000000000000000005) True 2 1
# 10000000000000000499500
# [9223372036854775805, 9223372036854775806, 9223372036854775807, 9223372036854775808, 9223372036854775809, 9223372036854775810] [40000000000000000000, 80000000000000000000]
