import gilsim
amount = 1
print('before')
gilsim.gpu(amount)
print('after')
# expect:
# before
# raises: AttributeError: module 'gilsim' has no attribute 'gpu'. Did you mean: 'cpu'?
