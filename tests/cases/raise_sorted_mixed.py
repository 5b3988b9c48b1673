print('before')
sorted([1, 'a'])
print('after')
# expect:
# before
# raises: TypeError: '<' not supported between instances of 'str' and 'int'
