print('before')
range(3)[3]
print('after')
# expect:
# before
# raises: IndexError: range object index out of range
