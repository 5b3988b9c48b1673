print('before')
float(None)
print('after')
# expect:
# before
# raises: TypeError: float() argument must be a string or a real number, not 'NoneType'
