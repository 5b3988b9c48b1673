# match: every kind of pattern.
class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Color:
    RED = 1
    GREEN = 2


def literals(value):
    match value:
        case 0:
            return "zero"
        case -1 | 1:
            return "one away"
        case 2.5:
            return "float"
        case "text":
            return "str"
        case None:
            return "None"
        case True:
            return "True"
        case False:
            return "False"
        case Color.GREEN:
            return "green"
        case _:
            return "other"


print([literals(value) for value in (0, 1, -1, 2.5, "text", None, True, False, 2, 3, [], "no", 1.0)])


def sequences(value):
    match value:
        case []:
            return "empty"
        case [1]:
            return "just one"
        case [x]:
            return ("single", x)
        case (1, y):
            return ("one and", y)
        case [x, y] if x == y:
            return ("twins", x)
        case [1, *rest]:
            return ("one, then", rest)
        case [*start, "end"]:
            return ("ends", start)
        case [first, *_, last] if len(value) == 4:
            return ("ends of four", first, last)
        case [[a, b], [c, *d]]:
            return ("nested", a, b, c, d)
        case [_, _, _]:
            return "three"
        case [x, *_]:
            return ("more", x)
        case str():
            return "a text is no sequence"
        case _:
            return "no sequence"


for value in ([], [1], [2], (1, 2), [3, 3], [1, 2, 3], [5, "end"], (1, 2, 3, 4), [4, 5, 6, 7],
              [[1, 2], [3, 4, 5]], [[1, 2], [3]], [7, 8, 9], range(5), range(0), "abc", {1, 2}, {"a": 1}, 5):
    print(value, "->", sequences(value))


def mappings(value):
    match value:
        case {"kind": "circle", "radius": r}:
            return ("circle", r)
        case {"kind": "rect", "size": [w, h], **rest}:
            return ("rect", w, h, rest)
        case {"kind": kind}:
            return ("unknown", kind)
        case {1: x, **others} if others:
            return (x, others)
        case {}:
            return "a mapping"
        case _:
            return "none"


for value in ({"kind": "circle", "radius": 2, "more": 1}, {"kind": "rect", "size": (3, 4), "fill": "red"},
              {"kind": "rect", "size": 3}, {1: 2}, {1: 2, 3: 4}, {}, [], {"kind": None}):
    print(value, "->", mappings(value))


def classes(value):
    match value:
        case Point(0, 0):
            return "origin"
        case Point(x, 0) | Point(0, x):
            return ("on an axis", x)
        case Point(x=a, y=b) if a == b:
            return ("diagonal", a)
        case Point() as p:
            return ("point", p.x, p.y)
        case bool(b):
            return ("bool", b)
        case int(n) | float(n) if n > 100:
            return ("large", n)
        case int():
            return "int"
        case str(text):
            return ("str", text)
        case [Point(x=1), Point(y=last)]:
            return ("points", last)
        case list([first, *_]):
            return ("list", first)
        case dict(d):
            return ("dict", d)
        case ValueError(args=[message]):
            return ("error", message)
        case Exception():
            return "exception"
        case object(missing=_):
            return "never"
        case _:
            return "other"


for value in (Point(0, 0), Point(3, 0), Point(0, 4), Point(5, 5), Point(1, 2), True, 5, 500, 101.5, 1.5, "s",
              [Point(1, 9), Point(8, 7)], [1, 2], [], {"a": 1}, ValueError("bad"), KeyError(1), None):
    print(classes(value))


def nested(command):
    match command.split():
        case ["go", ("north" | "south") as direction]:
            return "go " + direction
        case ["go", other]:
            return "cannot go " + other
        case ["drop", *objects]:
            return ", ".join(objects)
        case [("a" as x) | ("b" as x), y]:
            return x + y
        case [one] | [_, _, one]:
            return "last " + one
    return "nothing"


for command in ("go north", "go up", "drop a b c", "b z", "single", "1 2 3", "1 2 3 4"):
    print(nested(command))


def swapped(value):
    match value:
        case [x, y, 1] | [y, x, 2] | {"x": x, "y": y}:
            return (x, y)
        case ([a, [b, c], d, 3] | [b, [d, a], c, 4]) as whole:
            return (a, b, c, d, len(whole))


print(swapped([1, 2, 1]), swapped([1, 2, 2]), swapped({"y": 1, "x": 2}), swapped([1, 2, 3]))
print(swapped([1, [2, 3], 4, 3]), swapped([1, [2, 3], 4, 4]))

# In a module's own code, with names that stay.
match [1, [2, {"k": 3}]]:
    case [p, [q, {"k": r}]]:
        print(p, q, r)
print(p, q, r)
match 7:
    case n if n > 10:
        print("never")
    case 8:
        print("never")
print(n)
for n in range(5):
    match n:
        case 1:
            continue
        case 3:
            break
    print("loop", n)


class Base:
    pass


class Derived(Base):
    __match_args__ = ("value",)

    def __init__(self, value):
        self.hidden = value

    @property
    def value(self):
        print("asked")
        return self.hidden


match Derived(5):
    case Derived(4):
        print("four")
    case Derived(five):
        print(five)
for pattern in range(4):
    try:
        match Derived(5):
            case Derived(1, 2) if False:
                pass
            case Base(1):
                pass
    except TypeError as problem:
        print(problem)
        break
try:
    match Base():
        case Base(1):
            pass
except TypeError as problem:
    print(problem)
try:
    match 5:
        case int(1, 2):
            pass
except TypeError as problem:
    print(problem)
try:
    match Derived(5):
        case Derived(a, value=b):
            pass
except TypeError as problem:
    print(problem)
match, case = 1, 2
print(match + case)


class Sized:
    def __len__(self):
        return 2


match Sized():
    case [a, b]:
        print("never")
    case Sized():
        print("sized")
match (1, 2), 3:
    case (a, b), c:
        print(a, b, c)
match 1, 2:
    case *start, last:
        print(start, last)


def gen():
    match (yield 1):
        case "x" | "y" as got:
            yield got
        case other:
            yield [other]


g = gen()
next(g)
print(g.send("y"))
g = gen()
next(g)
print(g.send(3))

# expect:
# ['zero', 'one away', 'one away', 'float', 'str', 'None', 'one away', 'zero', 'green', 'other', 'other', 'other', 'one away']
# [] -> empty
# [1] -> just one
# [2] -> ('single', 2)
# (1, 2) -> ('one and', 2)
# [3, 3] -> ('twins', 3)
# [1, 2, 3] -> ('one, then', [2, 3])
# [5, 'end'] -> ('ends', [5])
# (1, 2, 3, 4) -> ('one, then', [2, 3, 4])
# [4, 5, 6, 7] -> ('ends of four', 4, 7)
# [[1, 2], [3, 4, 5]] -> ('nested', 1, 2, 3, [4, 5])
# [[1, 2], [3]] -> ('nested', 1, 2, 3, [])
# [7, 8, 9] -> three
# range(0, 5) -> ('more', 0)
# range(0, 0) -> empty
# abc -> a text is no sequence
# {1, 2} -> no sequence
# {'a': 1} -> no sequence
# 5 -> no sequence
# {'kind': 'circle', 'radius': 2, 'more': 1} -> ('circle', 2)
# {'kind': 'rect', 'size': (3, 4), 'fill': 'red'} -> ('rect', 3, 4, {'fill': 'red'})
# {'kind': 'rect', 'size': 3} -> ('unknown', 'rect')
# {1: 2} -> a mapping
# {1: 2, 3: 4} -> (2, {3: 4})
# {} -> a mapping
# [] -> none
# {'kind': None} -> ('unknown', None)
# origin
# ('on an axis', 3)
# ('on an axis', 4)
# ('diagonal', 5)
# ('point', 1, 2)
# ('bool', True)
# int
# ('large', 500)
# ('large', 101.5)
# other
# ('str', 's')
# ('points', 7)
# ('list', 1)
# other
# ('dict', {'a': 1})
# ('error', 'bad')
# exception
# other
# go north
# cannot go up
# a, b, c
# bz
# last single
# last 3
# nothing
# (1, 2) (2, 1) (2, 1) None
# (1, 2, 3, 4, 4) (3, 1, 4, 2, 4)
# 1 2 3
# 1 2 3
# 7
# loop 0
# loop 2
# asked
# asked
# 5
# Derived() accepts 1 positional sub-pattern (2 given)
# Base() accepts 0 positional sub-patterns (1 given)
# int() accepts 1 positional sub-pattern (2 given)
# asked
# Derived() got multiple sub-patterns for attribute 'value'
# 3
# sized
# 1 2 3
# [1] 2
# y
# [3]
