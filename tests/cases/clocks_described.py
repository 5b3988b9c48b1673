import time

for name in ('time', 'monotonic', 'perf_counter', 'process_time', 'thread_time'):
    info = time.get_clock_info(name)
    print(name, info.implementation, info.monotonic, info.adjustable, info.resolution)
print(time.clock_getres(time.CLOCK_MONOTONIC), isinstance(time.clock_gettime_ns(time.CLOCK_MONOTONIC), int), time.CLOCK_MONOTONIC_RAW)
for wrong in (lambda: time.get_clock_info('x'), lambda: time.get_clock_info(1), lambda: time.clock_gettime(77)):
    try:
        wrong()
    except (OSError, ValueError, TypeError) as error:
        print(type(error).__name__, error)

# expect:
# time clock_gettime(CLOCK_REALTIME) False True 1e-09
# monotonic clock_gettime(CLOCK_MONOTONIC) True False 1e-09
# perf_counter clock_gettime(CLOCK_MONOTONIC) True False 1e-09
# process_time clock_gettime(CLOCK_PROCESS_CPUTIME_ID) True False 1e-09
# thread_time clock_gettime(CLOCK_THREAD_CPUTIME_ID) True False 1e-09
# 1e-09 True 4
# ValueError unknown clock
# TypeError get_clock_info() argument 1 must be str, not int
# OSError [Errno 22] Invalid argument
