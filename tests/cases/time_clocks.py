import time
for clock in (time.time_ns, time.perf_counter_ns, time.monotonic_ns, time.process_time_ns, time.thread_time_ns):
    print(type(clock()).__name__)
for clock in (time.time, time.perf_counter, time.monotonic, time.process_time, time.thread_time):
    print(type(clock()).__name__)
start = time.monotonic_ns()
time.sleep(0.001)
print(time.monotonic_ns() > start)

# expect:
# int
# int
# int
# int
# int
# float
# float
# float
# float
# float
# True
