print('before')
[1][::0]
print('after')
# expect:
# before
# raises: ValueError: slice step cannot be zero
