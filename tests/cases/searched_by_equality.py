# What `index`, `count` and `remove` find where objects say themselves what they equal.
class Two:
    def __eq__(self, other):
        return other == 2

class Never:
    def __eq__(self, other):
        return False

class At:
    def __init__(self, number):
        self.number = number

    def __index__(self):
        return self.number

for values in ((1, 2, 3, 2), [1, 2, 3, 2]):
    print(values.count(Two()), values.index(Two()), values.index(Two(), 2), values.index(Two(), -3, -1), Two() in values)
    print(values.index(Two(), At(2)), values.count(Never()))
    for between in ((4,), (0, 1), (-1, 3)):
        try:
            values.index(Two(), *between)
        except ValueError as problem:
            print(str(problem).replace(repr(problem).split("<")[0], "").split(" object")[0].split(" at 0x")[0])
never = Never()
print([never].index(never), (never,).count(never), [Two()].index(2), (Two(), 5).index(5))
values = [1, 2, 3]
values.remove(Two())
print(values)
try:
    values.remove(Two())
except ValueError as problem:
    print(problem)

class Emptying:
    def __init__(self, values):
        self.values = values

    def __eq__(self, other):
        self.values.clear()
        return False

emptied = []
emptied += [Emptying(emptied) for _ in range(5)]
try:
    emptied.index(None)
except ValueError as problem:
    print(problem)

# expect:
# 2 1 3 1 True
# 3 0
# tuple.index(x): x not in tuple
# tuple.index(x): x not in tuple
# tuple.index(x): x not in tuple
# 2 1 3 1 True
# 3 0
# <__main__.Two
# <__main__.Two
# <__main__.Two
# 0 1 0 1
# [1, 3]
# list.remove(x): x not in list
# None is not in list
