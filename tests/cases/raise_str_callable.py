print('before')
'a'()
print('after')
# expect:
# before
# raises: TypeError: 'str' object is not callable
