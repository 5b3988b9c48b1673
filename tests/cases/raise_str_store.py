print('before')
s = 'abc'; s[0] = 'x'
print('after')
# expect:
# before
# raises: TypeError: 'str' object does not support item assignment
