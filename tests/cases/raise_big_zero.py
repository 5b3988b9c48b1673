print('before')
10 ** 30 // 0
print('after')
# expect:
# before
# raises: ZeroDivisionError: integer division or modulo by zero
