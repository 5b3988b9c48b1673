print('before')
~1.5
print('after')
# expect:
# before
# raises: TypeError: bad operand type for unary ~: 'float'
