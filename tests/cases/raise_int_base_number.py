print('before')
int(5, 10)
print('after')
# expect:
# before
# raises: TypeError: int() can't convert non-string with explicit base
