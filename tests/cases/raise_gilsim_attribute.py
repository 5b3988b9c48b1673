import gilsim
amount = 1
print('before')
gilsim.graphics(amount)
print('after')
# expect:
# before
# raises: AttributeError: module 'gilsim' has no attribute 'graphics'
