import gilsim
amount = 'lognormal(20ms)'
print('before')
gilsim.io(amount)
print('after')
# expect:
# before
# raises: ValueError: gilsim.io(): `lognormal` takes 2 parameters, and 1 are given; write it like "lognormal(20ms, 0.5)"
