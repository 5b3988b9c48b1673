print('before')
range(1.5)
print('after')
# expect:
# before
# raises: TypeError: 'float' object cannot be interpreted as an integer
