print('before')
import time; time.sleep(float('nan'))
print('after')
# expect:
# before
# raises: ValueError: Invalid value NaN (not a number)
