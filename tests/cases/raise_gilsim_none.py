import gilsim
amount = None
print('before')
gilsim.cpu(amount)
print('after')
# expect:
# before
# raises: TypeError: gilsim.cpu() takes a text such as "20ms" or a number of seconds, not 'NoneType'
