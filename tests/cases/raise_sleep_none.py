print('before')
import time; time.sleep()
print('after')
# expect:
# before
# raises: TypeError: time.sleep() takes exactly one argument (0 given)
