import gilsim
amount = 'normal(2ms'
print('before')
gilsim.io(amount)
print('after')
# expect:
# before
# raises: ValueError: gilsim.io(): `normal(2ms` has no closing bracket; write it like "normal(20ms, 2ms)"
