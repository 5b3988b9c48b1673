print('before')
[1][10 ** 30]
print('after')
# expect:
# before
# raises: IndexError: cannot fit 'int' into an index-sized integer
