print('before')
[1] * [2]
print('after')
# expect:
# before
# raises: TypeError: can't multiply sequence by non-int of type 'list'
