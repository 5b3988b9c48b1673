print('before')
1 / 0
print('after')
# expect:
# before
# raises: ZeroDivisionError: division by zero
