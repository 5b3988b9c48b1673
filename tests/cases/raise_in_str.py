print('before')
1 in 'abc'
print('after')
# expect:
# before
# raises: TypeError: 'in <string>' requires string as left operand, not int
