print('before')
'a'['b']
print('after')
# expect:
# before
# raises: TypeError: string indices must be integers, not 'str'
