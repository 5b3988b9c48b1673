def f(x):
    assert isinstance(x, int), f"not int: {x!r}"
    y = (x +
         "a")
    return y
try:
    f("q")
except AssertionError as e:
    print(repr(e))
f(3)
