print('before')
len(5)
print('after')
# expect:
# before
# raises: TypeError: object of type 'int' has no len()
