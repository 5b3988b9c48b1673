print('before')
print(qqq)
print('after')
# expect:
# before
# raises: NameError: name 'qqq' is not defined
