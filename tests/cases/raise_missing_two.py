def f(a, b): pass
f()
# expect:
# raises: TypeError: f() missing 2 required positional arguments: 'a' and 'b'
