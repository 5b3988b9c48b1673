def f(x=1 / 0): pass
# expect:
# raises: ZeroDivisionError: division by zero
