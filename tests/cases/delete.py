gone_for_good = 1
del gone_for_good
def f():
    y = [1, 2, 3]
    del y[0], y[0]
    print(y)
    del y
    return 5
print(f())
xs = [1, 2, 3, 4, 5, 6]
del xs[1::2]
print(xs)
del xs[:]
print(xs)
print(gone_for_good)
# expect:
# [3]
# 5
# [1, 3, 5]
# []
# raises: NameError: name 'gone_for_good' is not defined
