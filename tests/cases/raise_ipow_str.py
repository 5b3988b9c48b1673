print('before')
x = 'a'; x **= 2
print('after')
# expect:
# before
# raises: TypeError: unsupported operand type(s) for **=: 'str' and 'int'
