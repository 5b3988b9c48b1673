print('before')
[1, 2][5]
print('after')
# expect:
# before
# raises: IndexError: list index out of range
