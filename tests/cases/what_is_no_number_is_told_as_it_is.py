class Index:
    def __index__(self):
        return 3


index = Index()
for call in (lambda: len(index), lambda: iter(index), lambda: list(index), lambda: sorted(index), lambda: sum(index), lambda: tuple(index),
             lambda: next(index), lambda: set(index), lambda: any(index), lambda: dict(index), lambda: zip(index), lambda: enumerate(index)):
    try:
        call()
    except TypeError as error:
        print(error)
print(range(index), bytes(index), [1, 2, 3, 4][index], hex(index))


class Whole:
    def __iter__(self):
        return iter([1])


for given in ((Whole(),), (Whole(), 'default'), (index, 0), (5,)):
    try:
        print(next(*given))
    except TypeError as error:
        print(error)

# expect:
# object of type 'Index' has no len()
# 'Index' object is not iterable
# 'Index' object is not iterable
# 'Index' object is not iterable
# 'Index' object is not iterable
# 'Index' object is not iterable
# 'Index' object is not an iterator
# 'Index' object is not iterable
# 'Index' object is not iterable
# 'Index' object is not iterable
# 'Index' object is not iterable
# 'Index' object is not iterable
# range(0, 3) b'\x00\x00\x00' 4 0x3
# 'Whole' object is not an iterator
# 'Whole' object is not an iterator
# 'Index' object is not an iterator
# 'int' object is not an iterator
