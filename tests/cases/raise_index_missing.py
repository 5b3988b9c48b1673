print('before')
[1].index(2)
print('after')
# expect:
# before
# raises: ValueError: 2 is not in list
