print('before')
[0] * 10 ** 20
print('after')
# expect:
# before
# raises: OverflowError: cannot fit 'int' into an index-sized integer
