print('before')
'ab' * 10 ** 15
print('after')
# expect:
# before
# raises: MemoryError
