a = [1]
b = a
print(a is b, a is [1], a is not b, None is None, True is True, a == [1])
# expect:
# True False False True True True
