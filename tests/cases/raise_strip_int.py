print('before')
'a'.strip(1)
print('after')
# expect:
# before
# raises: TypeError: strip arg must be None or str
