print('before')
len(1, 2)
print('after')
# expect:
# before
# raises: TypeError: len() takes exactly one argument (2 given)
