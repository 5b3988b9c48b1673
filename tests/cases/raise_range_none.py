print('before')
range()
print('after')
# expect:
# before
# raises: TypeError: range expected at least 1 argument, got 0
