print('before')
import time; time.naptime
print('after')
# expect:
# before
# raises: AttributeError: module 'time' has no attribute 'naptime'. Did you mean: 'strptime'?
