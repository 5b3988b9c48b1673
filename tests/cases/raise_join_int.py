print('before')
','.join([1])
print('after')
# expect:
# before
# raises: TypeError: sequence item 0: expected str instance, int found
