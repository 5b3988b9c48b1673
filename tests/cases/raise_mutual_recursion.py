def f(n):
    return g(n)
def g(n):
    return f(n)
f(0)
# expect:
# raises: RecursionError: maximum recursion depth exceeded
