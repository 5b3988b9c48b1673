print('before')
2.0 % 0
print('after')
# expect:
# before
# raises: ZeroDivisionError: float modulo
