print('before')
divmod(1, 0)
print('after')
# expect:
# before
# raises: ZeroDivisionError: integer division or modulo by zero
