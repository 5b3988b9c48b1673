print('before')
x = []; x += 1
print('after')
# expect:
# before
# raises: TypeError: 'int' object is not iterable
