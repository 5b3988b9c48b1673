print('before')
'a'.find(1)
print('after')
# expect:
# before
# raises: TypeError: must be str, not int
