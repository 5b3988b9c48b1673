import gilsim
amount = 10 ** 400
print('before')
gilsim.cpu(amount)
print('after')
# expect:
# before
# raises: ValueError: gilsim.cpu(): the time is too long; a day, 86400 seconds, is the most
