print('before')
10.0 ** 400
print('after')
# expect:
# before
# raises: OverflowError: (34, 'Numerical result out of range')
