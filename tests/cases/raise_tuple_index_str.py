print('before')
(1,)['a']
print('after')
# expect:
# before
# raises: TypeError: tuple indices must be integers or slices, not str
