print('before')
'a' - 'b'
print('after')
# expect:
# before
# raises: TypeError: unsupported operand type(s) for -: 'str' and 'str'
