print('before')
'a' ** 2
print('after')
# expect:
# before
# raises: TypeError: unsupported operand type(s) for ** or pow(): 'str' and 'int'
