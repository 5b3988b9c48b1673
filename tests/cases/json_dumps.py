import json

data = {"name": "Ada", "tags": ["x", "y"], "n": 3, "f": 1.5, "t": True, "none": None, "nested": {"a": [], "b": {}, "c": [[1], {}]}}
print(json.dumps(data))
print(json.dumps(data, indent=2))
print(json.dumps(data, sort_keys=True, separators=(",", ":")))
print(json.dumps([1, [2, [3]]], indent="\t"), json.dumps([], indent=2), json.dumps({"k": ()}, indent=1))
print(json.dumps("quote \" slash \\ newline \n tab \t bell \x07 é 😀"), json.dumps("é 😀", ensure_ascii=False))
print(json.dumps({1: "a", 2.5: "b", True: "c", None: "d"}), json.dumps((1, 2)), json.dumps(10 ** 30), json.dumps(-0.0))
print(json.dumps([float("inf"), float("-inf"), float("nan"), 1e100, 1e-7, 0.1]))
print(json.dumps({(1, 2): 3, "x": 1}, skipkeys=True))


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


print(json.dumps([Point(1, 2), {3}], default=lambda o: sorted(o) if isinstance(o, set) else {"x": o.x, "y": o.y}))


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Point):
            return [o.x, o.y]
        return super().default(o)


print(json.dumps({"p": Point(3, 4)}, cls=Encoder), Encoder(indent=1).encode([Point(0, 1)]))
loop = []
loop.append(loop)
for bad in (lambda: json.dumps(Point(1, 2)), lambda: json.dumps({(1,): 2}), lambda: json.dumps(loop), lambda: json.dumps([float("nan")], allow_nan=False), lambda: json.dumps({1: 1, "a": 2}, sort_keys=True), lambda: json.dumps({3, 4}), lambda: json.dumps({"p": object()}, cls=Encoder)):
    try:
        print(bad())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
# expect:
# {"name": "Ada", "tags": ["x", "y"], "n": 3, "f": 1.5, "t": true, "none": null, "nested": {"a": [], "b": {}, "c": [[1], {}]}}
# {
#   "name": "Ada",
#   "tags": [
#     "x",
#     "y"
#   ],
#   "n": 3,
#   "f": 1.5,
#   "t": true,
#   "none": null,
#   "nested": {
#     "a": [],
#     "b": {},
#     "c": [
#       [
#         1
#       ],
#       {}
#     ]
#   }
# }
# {"f":1.5,"n":3,"name":"Ada","nested":{"a":[],"b":{},"c":[[1],{}]},"none":null,"t":true,"tags":["x","y"]}
# [
# 	1,
# 	[
# 		2,
# 		[
# 			3
# 		]
# 	]
# ] [] {
#  "k": []
# }
# "quote \" slash \\ newline \n tab \t bell \u0007 \u00e9 \ud83d\ude00" "é 😀"
# {"1": "c", "2.5": "b", "null": "d"} [1, 2] 1000000000000000000000000000000 -0.0
# [Infinity, -Infinity, NaN, 1e+100, 1e-07, 0.1]
# {"x": 1}
# [{"x": 1, "y": 2}, [3]]
# {"p": [3, 4]} [
#  [
#   0,
#   1
#  ]
# ]
# TypeError Object of type Point is not JSON serializable
# TypeError keys must be str, int, float, bool or None, not tuple
# ValueError Circular reference detected
# ValueError Out of range float values are not JSON compliant
# TypeError '<' not supported between instances of 'str' and 'int'
# TypeError Object of type set is not JSON serializable
# TypeError Object of type object is not JSON serializable
