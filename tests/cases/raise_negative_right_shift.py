print('before')
1 >> -1
print('after')
# expect:
# before
# raises: ValueError: negative shift count
