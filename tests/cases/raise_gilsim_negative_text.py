import gilsim
amount = '-5ms'
print('before')
gilsim.cpu(amount)
print('after')
# expect:
# before
# raises: ValueError: gilsim.cpu(): the time `-5ms` is negative; write a number and a unit, such as "20ms", or a distribution, such as "lognormal(20ms, 0.5)"
