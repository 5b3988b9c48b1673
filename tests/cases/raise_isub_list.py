print('before')
x = []; x -= []
print('after')
# expect:
# before
# raises: TypeError: unsupported operand type(s) for -=: 'list' and 'list'
