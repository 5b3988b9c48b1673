print('before')
'a'.foo
print('after')
# expect:
# before
# raises: AttributeError: 'str' object has no attribute 'foo'
