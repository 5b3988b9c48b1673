print('before')
int(float('inf'))
print('after')
# expect:
# before
# raises: OverflowError: cannot convert float infinity to integer
