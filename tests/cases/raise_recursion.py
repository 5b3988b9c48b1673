def f(n):
    return f(n + 1)
f(0)
# expect:
# raises: RecursionError: maximum recursion depth exceeded
