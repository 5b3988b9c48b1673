print('before')
(1, 2)[-3]
print('after')
# expect:
# before
# raises: IndexError: tuple index out of range
