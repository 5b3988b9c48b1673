print('before')
round(1, digits=2)
print('after')
# expect:
# before
# raises: TypeError: 'digits' is an invalid keyword argument for round()
