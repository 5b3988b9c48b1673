print('before')
'a'.split('')
print('after')
# expect:
# before
# raises: ValueError: empty separator
