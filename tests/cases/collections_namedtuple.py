from collections import ChainMap, namedtuple

Point = namedtuple("Point", ["x", "y"])
p = Point(1, y=2)
print(p, p.x, p[1], p == (1, 2), len(p), tuple(p), isinstance(p, tuple), Point._fields, hash(p) == hash((1, 2)))
x, y = p
print(x, y, p._replace(x=9), p._asdict(), Point._make([3, 4]), max(Point(1, 5), Point(2, 0)), {p: 1}[(1, 2)])
Color = namedtuple("Color", "r g b a", defaults=[255])
print(Color(1, 2, 3), Color._field_defaults, sorted([Point(2, 1), Point(1, 9)]), [q.x for q in map(Point._make, [(1, 2), (3, 4)])])


class Vector(namedtuple("Vector", "x y")):
    def length(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)


print(Vector(3, 4).length(), Vector(1, 2) + Vector(3, 4), f"{Vector(0, 1)}", str(p), repr(Color(1, 2, 3, a=4)))
for bad in (lambda: Point(1), lambda: Point(1, 2, 3), lambda: Point(1, z=3, y=2), lambda: p._replace(q=1), lambda: namedtuple("A", "x x"), lambda: namedtuple("A", "class"), lambda: setattr(p, "x", 5), lambda: p.nothing):
    try:
        print(bad())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
    except AttributeError as error:
        print(type(error).__name__)
match p:
    case Point(x=1, y=other):
        print("matched", other)
print(ChainMap({"a": 1}, {"a": 2, "b": 3})["b"], dict(ChainMap({"a": 1}, {"b": 3})))
# expect:
# Point(x=1, y=2) 1 2 True 2 (1, 2) True ('x', 'y') True
# 1 2 Point(x=9, y=2) {'x': 1, 'y': 2} Point(x=3, y=4) Point(x=2, y=0) 1
# Color(r=1, g=2, b=3, a=255) {'a': 255} [Point(x=1, y=9), Point(x=2, y=1)] [1, 3]
# 5.0 Vector(x=4, y=6) Vector(x=0, y=1) Point(x=1, y=2) Color(r=1, g=2, b=3, a=4)
# TypeError Point.__new__() missing 1 required positional argument: 'y'
# TypeError Point.__new__() takes 3 positional arguments but 4 were given
# TypeError Point.__new__() got an unexpected keyword argument 'z'
# ValueError Got unexpected field names: ['q']
# ValueError Encountered duplicate field name: 'x'
# ValueError Type names and field names cannot be a keyword: 'class'
# AttributeError
# AttributeError
# matched 2
# 3 {'b': 3, 'a': 1}
