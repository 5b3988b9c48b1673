print('before')
1.5 / 0
print('after')
# expect:
# before
# raises: ZeroDivisionError: float division by zero
