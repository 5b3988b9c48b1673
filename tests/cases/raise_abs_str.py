print('before')
abs('a')
print('after')
# expect:
# before
# raises: TypeError: bad operand type for abs(): 'str'
