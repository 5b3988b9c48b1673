import gilsim
amount = 'lognormal(20ms, 1e1)'
print('before')
gilsim.io(amount)
print('after')
# expect:
# before
# raises: ValueError: gilsim.io(): the sigma of `lognormal` cannot be `1e1`; a number from 0 to 100 is possible, such as 1.5
