import gilsim
amount = 'uniform(2ms, 1ms)'
print('before')
gilsim.io(amount)
print('after')
# expect:
# before
# raises: ValueError: gilsim.io(): the least time of `uniform` is above the most; write the shorter time first
