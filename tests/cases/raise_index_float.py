print('before')
[1][1.0]
print('after')
# expect:
# before
# raises: TypeError: list indices must be integers or slices, not float
