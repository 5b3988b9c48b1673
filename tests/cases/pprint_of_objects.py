# How pprint spreads objects of standard classes over lines, and printers that have a `format` of their own.
import pprint
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict
from dataclasses import dataclass, field
from types import MappingProxyType, SimpleNamespace

words = dict(zip("the quick brown fox jumped over a lazy dog".split(), range(9)))

class Space(SimpleNamespace):
    pass

@dataclass
class Point:
    name: str
    number: int
    parts: list = field(default_factory=list)
    hidden: int = field(default=0, repr=False)

@dataclass
class Own:
    name: str

    def __repr__(self):
        return "an object with a text of its own that is long: " + self.name

values = [OrderedDict(words), UserDict(words), ChainMap(words, {"a": 1}), Counter(words), defaultdict(int, words), UserList(words.items())]
values += [UserString("the quick brown fox jumped over a lazy dog"), SimpleNamespace(**words), Space(**words), MappingProxyType(words)]
values += [bytearray(b"abcdefghijklmnopqrstuvwxyz" * 2), Own("x"), Point("some text here", 10000000000, [Point("x", 1), Point("y", 2)])]
for value in values:
    pprint.pprint(value, width=40)
pprint.pprint({"d": [Point("some text here", 10000000000)], "b": bytearray(b"12345678901234567890")}, width=30)
pprint.pprint([UserDict(words)], width=50)

class Bare(pprint.PrettyPrinter):
    def format(self, object, context, maxlevels, level):
        if isinstance(object, str):
            return object, 1, 0
        return super().format(object, context, maxlevels, level)

print(Bare().pformat({"a.b": "c d", "x": [1, "y"]}))
Bare(width=10).pprint({"first": "second", "third": ["fourth", "fifth"]})

# expect:
# OrderedDict([('the', 0),
#              ('quick', 1),
#              ('brown', 2),
#              ('fox', 3),
#              ('jumped', 4),
#              ('over', 5),
#              ('a', 6),
#              ('lazy', 7),
#              ('dog', 8)])
# {'a': 6,
#  'brown': 2,
#  'dog': 8,
#  'fox': 3,
#  'jumped': 4,
#  'lazy': 7,
#  'over': 5,
#  'quick': 1,
#  'the': 0}
# ChainMap({'a': 6,
#           'brown': 2,
#           'dog': 8,
#           'fox': 3,
#           'jumped': 4,
#           'lazy': 7,
#           'over': 5,
#           'quick': 1,
#           'the': 0},
#          {'a': 1})
# Counter({'dog': 8,
#          'lazy': 7,
#          'a': 6,
#          'over': 5,
#          'jumped': 4,
#          'fox': 3,
#          'brown': 2,
#          'quick': 1,
#          'the': 0})
# defaultdict(<class 'int'>,
#             {'a': 6,
#              'brown': 2,
#              'dog': 8,
#              'fox': 3,
#              'jumped': 4,
#              'lazy': 7,
#              'over': 5,
#              'quick': 1,
#              'the': 0})
# [('the', 0),
#  ('quick', 1),
#  ('brown', 2),
#  ('fox', 3),
#  ('jumped', 4),
#  ('over', 5),
#  ('a', 6),
#  ('lazy', 7),
#  ('dog', 8)]
# ('the quick brown fox jumped over a '
#  'lazy dog')
# namespace(the=0,
#           quick=1,
#           brown=2,
#           fox=3,
#           jumped=4,
#           over=5,
#           a=6,
#           lazy=7,
#           dog=8)
# Space(the=0,
#       quick=1,
#       brown=2,
#       fox=3,
#       jumped=4,
#       over=5,
#       a=6,
#       lazy=7,
#       dog=8)
# mappingproxy({'a': 6,
#               'brown': 2,
#               'dog': 8,
#               'fox': 3,
#               'jumped': 4,
#               'lazy': 7,
#               'over': 5,
#               'quick': 1,
#               'the': 0})
# bytearray(b'abcdefghijklmnopqrstuvwx'
#           b'yzabcdefghijklmnopqrstuv'
#           b'wxyz')
# an object with a text of its own that is long: x
# Point(name='some text here',
#       number=10000000000,
#       parts=[Point(name='x',
#                    number=1,
#                    parts=[]),
#              Point(name='y',
#                    number=2,
#                    parts=[])])
# {'b': bytearray(b'12345678'
#                 b'90123456'
#                 b'7890'),
#  'd': [Point(name='some text '
#                   'here',
#              number=10000000000,
#              parts=[])]}
# [{'a': 6,
#   'brown': 2,
#   'dog': 8,
#   'fox': 3,
#   'jumped': 4,
#   'lazy': 7,
#   'over': 5,
#   'quick': 1,
#   'the': 0}]
# {a.b: c d, x: [1, y]}
# {first: 'second',
#  third: ['fourth',
#          'fifth']}
