print('before')
[0] * 10 ** 12
print('after')
# expect:
# before
# raises: MemoryError
