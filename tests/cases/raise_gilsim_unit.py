import gilsim
unit = 'parsecs'
print('before')
gilsim.held(f'3 {unit}')
print('after')
# expect:
# before
# raises: ValueError: gilsim.held(): there is no unit `parsecs`; the units are ns, us, ms, s, m and h
