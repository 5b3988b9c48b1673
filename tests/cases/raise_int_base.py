print('before')
int('12', 99)
print('after')
# expect:
# before
# raises: ValueError: int() base must be >= 2 and <= 36, or 0
