def f(a, b, c, d=1): pass
f()
# expect:
# raises: TypeError: f() missing 3 required positional arguments: 'a', 'b', and 'c'
