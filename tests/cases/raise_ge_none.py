print('before')
None >= 1
print('after')
# expect:
# before
# raises: TypeError: '>=' not supported between instances of 'NoneType' and 'int'
