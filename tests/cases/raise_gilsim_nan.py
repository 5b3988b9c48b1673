import gilsim
amount = float('nan')
print('before')
gilsim.io(amount)
print('after')
# expect:
# before
# raises: ValueError: gilsim.io(): the time is not a number; 0 or more seconds are possible
