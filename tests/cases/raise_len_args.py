print('before')
len()
print('after')
# expect:
# before
# raises: TypeError: len() takes exactly one argument (0 given)
