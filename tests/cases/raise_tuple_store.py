print('before')
t = (1, 2); t[0] = 5
print('after')
# expect:
# before
# raises: TypeError: 'tuple' object does not support item assignment
