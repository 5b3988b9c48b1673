print('before')
'a' + 1
print('after')
# expect:
# before
# raises: TypeError: can only concatenate str (not "int") to str
