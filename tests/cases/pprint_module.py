from pprint import pformat, pprint
from collections import Counter, OrderedDict, defaultdict, deque
data = {"name": "x" * 30, "items": list(range(20)), "nested": {"b": [1, 2, {"c": "d" * 40}], "a": (1,)}}
pprint(data)
pprint(data, width=40)
pprint(list(range(40)), compact=True)
pprint({"b": 1, "a": 2}, sort_dicts=False)
pprint([["deep", ["er", ["still"]]]], depth=2)
print(pformat("word " * 30))
pprint(Counter("abracadabra" * 3), width=20)
pprint(OrderedDict([("a", 1), ("b", "x" * 70)]))
pprint(defaultdict(list, {"k" * 30: ["v" * 40], "l": []}))
pprint(deque(["a" * 40, "b" * 40]))
pprint({1, 2, 3})
print(pformat(1), pformat([]), pformat({"a": 1}, indent=4), pformat({"a" * 50: "b" * 50}, indent=4))

# expect:
# {'items': [0,
#            1,
#            2,
#            3,
#            4,
#            5,
#            6,
#            7,
#            8,
#            9,
#            10,
#            11,
#            12,
#            13,
#            14,
#            15,
#            16,
#            17,
#            18,
#            19],
#  'name': 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
#  'nested': {'a': (1,),
#             'b': [1, 2, {'c': 'dddddddddddddddddddddddddddddddddddddddd'}]}}
# {'items': [0,
#            1,
#            2,
#            3,
#            4,
#            5,
#            6,
#            7,
#            8,
#            9,
#            10,
#            11,
#            12,
#            13,
#            14,
#            15,
#            16,
#            17,
#            18,
#            19],
#  'name': 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
#  'nested': {'a': (1,),
#             'b': [1,
#                   2,
#                   {'c': 'dddddddddddddddddddddddddddddddddddddddd'}]}}
# [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
#  22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39]
# {'b': 1, 'a': 2}
# [['deep', [...]]]
# ('word word word word word word word word word word word word word word word '
#  'word word word word word word word word word word word word word word word ')
# Counter({'a': 15,
#          'b': 6,
#          'r': 6,
#          'c': 3,
#          'd': 3})
# OrderedDict([('a', 1),
#              ('b',
#               'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx')])
# defaultdict(<class 'list'>,
#             {'kkkkkkkkkkkkkkkkkkkkkkkkkkkkkk': ['vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv'],
#              'l': []})
# deque(['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
#        'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb'])
# {1, 2, 3}
# 1 [] {'a': 1} {   'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa': 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb'}
