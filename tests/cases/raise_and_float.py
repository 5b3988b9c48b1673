print('before')
1.5 & 2
print('after')
# expect:
# before
# raises: TypeError: unsupported operand type(s) for &: 'float' and 'int'
