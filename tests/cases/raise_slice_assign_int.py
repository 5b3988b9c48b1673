print('before')
xs = [1]; xs[:] = 5
print('after')
# expect:
# before
# raises: TypeError: can only assign an iterable
