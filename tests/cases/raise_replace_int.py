print('before')
'a'.replace('a', 1)
print('after')
# expect:
# before
# raises: TypeError: replace() argument 2 must be str, not int
