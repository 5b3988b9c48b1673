print('before')
5 % 0
print('after')
# expect:
# before
# raises: ZeroDivisionError: integer modulo by zero
