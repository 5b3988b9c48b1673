import gilsim
amount = [1]
print('before')
gilsim.held(amount)
print('after')
# expect:
# before
# raises: TypeError: gilsim.held() takes a text such as "20ms" or a number of seconds, not 'list'
