print('before')
[1].pop(3)
print('after')
# expect:
# before
# raises: IndexError: pop index out of range
