print('before')
a, b = None
print('after')
# expect:
# before
# raises: TypeError: cannot unpack non-iterable NoneType object
