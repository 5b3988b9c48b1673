print('before')
print(1, color='red')
print('after')
# expect:
# before
# raises: TypeError: 'color' is an invalid keyword argument for print()
