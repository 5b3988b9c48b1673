print('before')
a, b = [1]
print('after')
# expect:
# before
# raises: ValueError: not enough values to unpack (expected 2, got 1)
