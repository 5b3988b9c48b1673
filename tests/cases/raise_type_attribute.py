print('before')
int.foo
print('after')
# expect:
# before
# raises: AttributeError: type object 'int' has no attribute 'foo'
