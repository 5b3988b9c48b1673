import gilsim
amount = 'pareto(20ms, 0)'
print('before')
gilsim.io(amount)
print('after')
# expect:
# before
# raises: ValueError: gilsim.io(): the shape of `pareto` cannot be `0`; a number from 0.01 to 100 is possible, such as 1.5
