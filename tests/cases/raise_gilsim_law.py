import gilsim
amount = 'gauss(20ms)'
print('before')
gilsim.io(amount)
print('after')
# expect:
# before
# raises: ValueError: gilsim.io(): there is no distribution `gauss`; the distributions are: exponential, lognormal, normal, pareto, uniform
