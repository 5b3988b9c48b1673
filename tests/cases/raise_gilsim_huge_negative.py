import gilsim
amount = -10 ** 400
print('before')
gilsim.cpu(amount)
print('after')
# expect:
# before
# raises: ValueError: gilsim.cpu(): the time is negative; 0 or more seconds are possible
