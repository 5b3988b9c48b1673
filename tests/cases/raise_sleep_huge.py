print('before')
import time; time.sleep(1e300)
print('after')
# expect:
# before
# raises: OverflowError: timestamp out of range for platform time_t
