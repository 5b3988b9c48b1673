print('before')
1 << 2.0
print('after')
# expect:
# before
# raises: TypeError: unsupported operand type(s) for <<: 'int' and 'float'
