print('before')
1 << 10 ** 20
print('after')
# expect:
# before
# raises: OverflowError: too many digits in integer
