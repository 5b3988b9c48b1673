print('before')
list(5)
print('after')
# expect:
# before
# raises: TypeError: 'int' object is not iterable
