print('before')
[].pop()
print('after')
# expect:
# before
# raises: IndexError: pop from empty list
