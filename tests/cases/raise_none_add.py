print('before')
None + 1
print('after')
# expect:
# before
# raises: TypeError: unsupported operand type(s) for +: 'NoneType' and 'int'
