print('before')
1[0]
print('after')
# expect:
# before
# raises: TypeError: 'int' object is not subscriptable
