import gilsim
amount = 'exponential(0ms)'
print('before')
gilsim.io(amount)
print('after')
# expect:
# before
# raises: ValueError: gilsim.io(): the mean of `exponential` cannot be zero; a time above zero is possible
