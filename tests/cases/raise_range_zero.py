print('before')
range(1, 2, 0)
print('after')
# expect:
# before
# raises: ValueError: range() arg 3 must not be zero
