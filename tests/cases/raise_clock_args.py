print('before')
import time; time.perf_counter(1)
print('after')
# expect:
# before
# raises: TypeError: time.perf_counter() takes no arguments (1 given)
