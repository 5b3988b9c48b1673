print('before')
round(float('nan'))
print('after')
# expect:
# before
# raises: ValueError: cannot convert float NaN to integer
