print('before')
+[]
print('after')
# expect:
# before
# raises: TypeError: bad operand type for unary +: 'list'
