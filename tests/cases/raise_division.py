def f(x):
    return 1 / x


print(f(4))
f(0)
# expect:
# 0.25
# raises: ZeroDivisionError: division by zero
