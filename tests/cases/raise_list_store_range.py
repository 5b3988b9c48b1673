print('before')
[1][3] = 2
print('after')
# expect:
# before
# raises: IndexError: list assignment index out of range
