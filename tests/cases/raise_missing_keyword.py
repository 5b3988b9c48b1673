def f(a, b): pass
f(b=1)
# expect:
# raises: TypeError: f() missing 1 required positional argument: 'a'
