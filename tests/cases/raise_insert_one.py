print('before')
[].insert(1)
print('after')
# expect:
# before
# raises: TypeError: insert expected 2 arguments, got 1
