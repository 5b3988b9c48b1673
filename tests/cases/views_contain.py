# Membership in the views of a dict looks up, as the dict does.

class Same:
    def __eq__(self, other):
        return True

    def __hash__(self):
        return hash('a')


table = {'a': 1, 2: 'b', (3, 4): None, 1.5: float('nan')}
nan = table[1.5]
print('a' in table.keys(), 'b' in table.keys(), 2.0 in table.keys(), (3, 4) in table.keys(), True in {1: 0}.keys())
print(('a', 1) in table.items(), ('a', 2) in table.items(), ('b', 1) in table.items(), ((3, 4), None) in table.items())
print(('a', True) in table.items(), (1.5, nan) in table.items())
print('a' in table.items(), ('a',) in table.items(), ('a', 1, 2) in table.items(), ['a', 1] in table.items())
print(Same() in table.keys(), (Same(), 1) in table.items(), ('a', Same()) in table.items())
print(1 in table.values(), 'a' in table.values(), 'x' not in table.keys())
for wrong in ([], ([], 1)):
    for view in (table.keys(), table.items()):
        try:
            print(wrong in view)
        except TypeError as error:
            print(error)


class Counted(dict):
    def __contains__(self, key):
        print('asked for', key)
        return True


counted = Counted(x=1)
print('y' in counted, 'y' in counted.keys(), 'x' in counted.keys(), ('x', 1) in counted.items())

# expect:
# True False True True True
# True False False True
# True True
# False False False False
# True True True
# True False True
# unhashable type: 'list'
# False
# unhashable type: 'list'
# unhashable type: 'list'
# asked for y
# True False True True
