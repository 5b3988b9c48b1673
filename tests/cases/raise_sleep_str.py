print('before')
import time; time.sleep('a')
print('after')
# expect:
# before
# raises: TypeError: 'str' object cannot be interpreted as an integer
