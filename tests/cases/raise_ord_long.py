print('before')
ord('ab')
print('after')
# expect:
# before
# raises: TypeError: ord() expected a character, but string of length 2 found
