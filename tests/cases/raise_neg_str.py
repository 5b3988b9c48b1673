print('before')
-'a'
print('after')
# expect:
# before
# raises: TypeError: bad operand type for unary -: 'str'
