import gilsim
amount = '25h'
print('before')
gilsim.native(amount)
print('after')
# expect:
# before
# raises: ValueError: gilsim.native(): the time `25h` is too long; a day, "24h", is the most
