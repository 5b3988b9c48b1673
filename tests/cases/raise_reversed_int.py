print('before')
reversed(5)
print('after')
# expect:
# before
# raises: TypeError: 'int' object is not reversible
