print('before')
for i in 5: pass
print('after')
# expect:
# before
# raises: TypeError: 'int' object is not iterable
