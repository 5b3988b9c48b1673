def f(a, b): pass
f(1, 2, 3, 4)
# expect:
# raises: TypeError: f() takes 2 positional arguments but 4 were given
