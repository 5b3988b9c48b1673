print('before')
'a' * 1.5
print('after')
# expect:
# before
# raises: TypeError: can't multiply sequence by non-int of type 'float'
