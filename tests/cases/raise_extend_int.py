print('before')
[].extend(1)
print('after')
# expect:
# before
# raises: TypeError: 'int' object is not iterable
