print('before')
[1].push(2)
print('after')
# expect:
# before
# raises: AttributeError: 'list' object has no attribute 'push'
