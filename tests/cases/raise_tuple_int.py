print('before')
(1,) + 2
print('after')
# expect:
# before
# raises: TypeError: can only concatenate tuple (not "int") to tuple
