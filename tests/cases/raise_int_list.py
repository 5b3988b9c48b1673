print('before')
int([])
print('after')
# expect:
# before
# raises: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'list'
