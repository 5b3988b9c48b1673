print('before')
None.append(1)
print('after')
# expect:
# before
# raises: AttributeError: 'NoneType' object has no attribute 'append'
