print('before')
','.join(5)
print('after')
# expect:
# before
# raises: TypeError: can only join an iterable
