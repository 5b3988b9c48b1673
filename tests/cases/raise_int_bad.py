print('before')
int('abc')
print('after')
# expect:
# before
# raises: ValueError: invalid literal for int() with base 10: 'abc'
