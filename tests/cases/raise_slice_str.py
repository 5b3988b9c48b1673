print('before')
[1]['a':]
print('after')
# expect:
# before
# raises: TypeError: slice indices must be integers or None or have an __index__ method
