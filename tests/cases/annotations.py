# Annotations: evaluated where Python evaluates them, noted where Python notes them.
def show(text):
    print("evaluated", text)
    return text


x: show("x") = 1
y: show("y")
(z): show("z") = 2
print(x, z, __annotations__)


class Point:
    a: int
    b: "text" = 5
    if True:
        c: list[int] = []
    d: int | None = None

    def method(self, other: "Point", *rest: int, key: str = "k", **more: float) -> bool:
        local: undefined_name = 3
        self.value: also_undefined = 4
        unset: nothing
        return True


print(Point.__annotations__)
print(Point.method.__annotations__)
print(Point().method(None))


def f(a: show("a"), /, b: show("b") = show("default"), *, c: show("c") = 1) -> show("return"):
    pass


print(f.__annotations__, f.__annotations__["b"])


def plain(a, b):
    pass


print(plain.__annotations__, (lambda: 1).__annotations__)


class Derived(Point):
    pass


print(Derived.__annotations__, hasattr(Derived, "a"), hasattr(Derived, "b"))
data = {}
data["k"]: int = 5
Point.e: str = "e"
print(data, Point.e, "e" in Point.__annotations__)
try:
    def wrong(a: missing):
        pass
except NameError as problem:
    print(problem)

# expect:
# evaluated x
# evaluated y
# evaluated z
# 1 2 {'x': 'x', 'y': 'y'}
# {'a': <class 'int'>, 'b': 'text', 'c': list[int], 'd': int | None}
# {'other': 'Point', 'rest': <class 'int'>, 'key': <class 'str'>, 'more': <class 'float'>, 'return': <class 'bool'>}
# True
# evaluated default
# evaluated b
# evaluated a
# evaluated c
# evaluated return
# {'b': 'b', 'a': 'a', 'c': 'c', 'return': 'return'} b
# {} {}
# {} False True
# {'k': 5} e False
# name 'missing' is not defined
