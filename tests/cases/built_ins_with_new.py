# Classes that are derived from built-in ones and have a `__new__` or an `__init__` of their own.
def tell(function):
    try:
        print(function())
    except TypeError as problem:
        print(problem)

for base, given in ((list, [1, 2]), (set, [1]), (dict, [(1, 2)]), (bytearray, b"z"), (tuple, [1, 2]), (frozenset, [1]), (float, "5"), (int, "5"), (str, "5")):
    class New(base):
        def __new__(cls, value, extra=None):
            self = super().__new__(cls, value)
            self.extra = extra
            return self

    class Init(base):
        def __init__(self, value, extra=None):
            self.extra = extra

    print(base.__name__)
    tell(lambda: (New(given), New(given).extra))
    if base in (list, tuple, frozenset, float, int, str):
        tell(lambda: (New(given, extra=3), New(given, extra=3).extra))
    if base in (list, set, dict, tuple, frozenset, float):
        tell(lambda: (Init(given, extra=3), Init(given, extra=3).extra))

class Single(dict):
    only = None

    def __new__(cls):
        if cls.only is None:
            cls.only = super().__new__(cls)
        return cls.only

Single()["a"] = 1
print(Single(), Single() is Single())

class Begun(list):
    def __new__(cls, *given):
        made = super().__new__(cls)
        made.append(9)
        return made

print(Begun([1]), Begun())

class Node(tuple):
    def __new__(cls, name, *children):
        return super().__new__(cls, children)

    def __init__(self, name, *children):
        self.name = name

print(Node("a", 1, 2), Node("a").name)
for made in ([1, 2], {1, 2}, bytearray(b"ab")):
    made.__init__()
    print(made)

# expect:
# list
# ([1, 2], None)
# ([1, 2], 3)
# ([], 3)
# set
# (New({1}), None)
# (Init(), 3)
# dict
# ({1: 2}, None)
# ({}, 3)
# bytearray
# (New(b'z'), None)
# tuple
# ((1, 2), None)
# ((1, 2), 3)
# ((1, 2), 3)
# frozenset
# (New({1}), None)
# (New({1}), 3)
# (Init({1}), 3)
# float
# (5.0, None)
# (5.0, 3)
# (5.0, 3)
# int
# (5, None)
# (5, 3)
# str
# ('5', None)
# ('5', 3)
# {'a': 1} True
# [1] []
# (1, 2) a
# []
# set()
# bytearray(b'')
