print('before')
float('x')
print('after')
# expect:
# before
# raises: ValueError: could not convert string to float: 'x'
