print('before')
import time; time.qqqqqqq
print('after')
# expect:
# before
# raises: AttributeError: module 'time' has no attribute 'qqqqqqq'
