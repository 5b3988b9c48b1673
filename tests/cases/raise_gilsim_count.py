import gilsim
amount = 1
print('before')
gilsim.native()
print('after')
# expect:
# before
# raises: TypeError: gilsim.native() takes exactly one argument (0 given)
