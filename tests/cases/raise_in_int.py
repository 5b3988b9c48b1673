print('before')
1 in 5
print('after')
# expect:
# before
# raises: TypeError: argument of type 'int' is not iterable
