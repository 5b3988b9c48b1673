print('before')
a, b = 1, 2, 3
print('after')
# expect:
# before
# raises: ValueError: too many values to unpack (expected 2)
