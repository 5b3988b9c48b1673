print('before')
1.5 // 0.0
print('after')
# expect:
# before
# raises: ZeroDivisionError: float floor division by zero
