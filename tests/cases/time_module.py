import time
import time as t
from time import sleep, perf_counter as pc

a = pc()
sleep(0)
b = time.perf_counter()
print(b >= a, time.sleep(0.001), t.monotonic() >= 0, isinstance(time.time(), float))
start = time.monotonic()
print(time.monotonic() - start >= 0)
f = time.sleep
f(0)
# expect:
# True None True True
# True
