print('before')
10 ** 400 / 3
print('after')
# expect:
# before
# raises: OverflowError: integer division result too large for a float
