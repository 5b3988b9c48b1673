import gilsim
amount = 1
print('before')
gilsim.native(amount=amount)
print('after')
# expect:
# before
# raises: TypeError: gilsim.native() takes no keyword arguments
