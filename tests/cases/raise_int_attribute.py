print('before')
(5).real_part
print('after')
# expect:
# before
# raises: AttributeError: 'int' object has no attribute 'real_part'
