print('before')
None[0]
print('after')
# expect:
# before
# raises: TypeError: 'NoneType' object is not subscriptable
