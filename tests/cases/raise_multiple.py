def f(a): pass
f(1, a=2)
# expect:
# raises: TypeError: f() got multiple values for argument 'a'
