print('before')
(1,).index(2)
print('after')
# expect:
# before
# raises: ValueError: tuple.index(x): x not in tuple
