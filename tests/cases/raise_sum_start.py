print('before')
sum([], '')
print('after')
# expect:
# before
# raises: TypeError: sum() can't sum strings [use ''.join(seq) instead]
