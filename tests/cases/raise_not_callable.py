print('before')
5()
print('after')
# expect:
# before
# raises: TypeError: 'int' object is not callable
