print('before')
1 << 10 ** 12
print('after')
# expect:
# before
# raises: MemoryError
