print('before')
0.0 ** -2
print('after')
# expect:
# before
# raises: ZeroDivisionError: 0.0 cannot be raised to a negative power
