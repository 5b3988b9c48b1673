print('before')
t = (1,); del t[0]
print('after')
# expect:
# before
# raises: TypeError: 'tuple' object doesn't support item deletion
