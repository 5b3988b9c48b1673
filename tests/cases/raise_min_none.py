print('before')
min()
print('after')
# expect:
# before
# raises: TypeError: min expected at least 1 argument, got 0
