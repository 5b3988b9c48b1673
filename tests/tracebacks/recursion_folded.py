def f(n): return f(n - 1) + 1
try: f(10)
except RecursionError as e: print("rec", e)
def g(n):
    if n == 0: raise ValueError("deep")
    return g(n - 1)
g(8)
