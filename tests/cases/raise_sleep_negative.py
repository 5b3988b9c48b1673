print('before')
import time; time.sleep(-1)
print('after')
# expect:
# before
# raises: ValueError: sleep length must be non-negative
