import gilsim
amount = '20'
print('before')
gilsim.io(amount)
print('after')
# expect:
# before
# raises: ValueError: gilsim.io(): the time `20` has no unit; if milliseconds are meant, write "20ms"
