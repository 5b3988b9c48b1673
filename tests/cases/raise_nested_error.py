def a(x):
    return b(x) + 1
def b(x):
    return [1, 2][x]
print(a(1))
a(7)
# expect:
# 3
# raises: IndexError: list index out of range
