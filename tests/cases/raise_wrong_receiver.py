print('before')
list.append('a', 1)
print('after')
# expect:
# before
# raises: TypeError: descriptor 'append' for 'list' objects doesn't apply to a 'str' object
