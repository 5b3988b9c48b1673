print('before')
1 < 'a'
print('after')
# expect:
# before
# raises: TypeError: '<' not supported between instances of 'int' and 'str'
