print('before')
print(1, sep=5)
print('after')
# expect:
# before
# raises: TypeError: sep must be None or a string, not int
