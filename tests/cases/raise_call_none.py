def f(): pass
f()()
# expect:
# raises: TypeError: 'NoneType' object is not callable
