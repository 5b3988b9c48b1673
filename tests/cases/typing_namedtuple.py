from typing import NamedTuple, TypedDict
class Point(NamedTuple):
    x: int
    y: int = 0
    def length(self):
        return abs(self.x) + abs(self.y)
p = Point(3)
print(p, p.x, p.length(), p._replace(y=5), p._asdict(), Point._fields, p == (3, 0), Point._field_defaults)
Pair = NamedTuple("Pair", [("a", int), ("b", str)])
print(Pair(1, "x"), Pair.__annotations__)
class Movie(TypedDict):
    name: str
    year: int
print(Movie(name="x", year=1), Movie(name="y")["name"], isinstance(Movie(name="x", year=1), dict))

# expect:
# Point(x=3, y=0) 3 3 Point(x=3, y=5) {'x': 3, 'y': 0} ('x', 'y') True {'y': 0}
# Pair(a=1, b='x') {'a': <class 'int'>, 'b': <class 'str'>}
# {'name': 'x', 'year': 1} y True
