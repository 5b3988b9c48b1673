print('before')
'a'.startswith(1)
print('after')
# expect:
# before
# raises: TypeError: startswith first arg must be str or a tuple of str, not int
