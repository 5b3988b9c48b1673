print('before')
isinstance(1, 5)
print('after')
# expect:
# before
# raises: TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
