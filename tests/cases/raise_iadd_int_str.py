print('before')
x = 1; x += 'a'
print('after')
# expect:
# before
# raises: TypeError: unsupported operand type(s) for +=: 'int' and 'str'
