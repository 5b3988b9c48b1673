def f(c):
    if c:
        y = 1
    return y
print(f(1))
f(0)
# expect:
# 1
# raises: UnboundLocalError: cannot access local variable 'y' where it is not associated with a value
