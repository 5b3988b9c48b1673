print('before')
a, b = 5
print('after')
# expect:
# before
# raises: TypeError: cannot unpack non-iterable int object
