print('before')
[] < ()
print('after')
# expect:
# before
# raises: TypeError: '<' not supported between instances of 'list' and 'tuple'
