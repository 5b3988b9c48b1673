print('before')
10 ** 400 + 1.5
print('after')
# expect:
# before
# raises: OverflowError: int too large to convert to float
