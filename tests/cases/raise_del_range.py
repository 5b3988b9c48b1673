print('before')
xs = [1]; del xs[4]
print('after')
# expect:
# before
# raises: IndexError: list assignment index out of range
