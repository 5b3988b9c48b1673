def f():
    for i in []:
        pass
    return i
f()
# expect:
# raises: UnboundLocalError: cannot access local variable 'i' where it is not associated with a value
