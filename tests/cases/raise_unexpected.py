def f(a): pass
f(1, z=2)
# expect:
# raises: TypeError: f() got an unexpected keyword argument 'z'
