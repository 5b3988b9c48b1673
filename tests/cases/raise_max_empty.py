print('before')
max([])
print('after')
# expect:
# before
# raises: ValueError: max() arg is an empty sequence
