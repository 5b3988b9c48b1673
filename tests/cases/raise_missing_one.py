def f(a): pass
f()
# expect:
# raises: TypeError: f() missing 1 required positional argument: 'a'
