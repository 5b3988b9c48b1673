# Tuples that the system fills tell of their class where a name is missing.
import os
import resource
import sys

for kind in os.times(), os.uname(), sys.int_info, resource.getrusage(resource.RUSAGE_SELF):
    try:
        kind.nothing
    except AttributeError as error:
        print(error)
print(sys.thread_info[0] == sys.thread_info.name, sys.int_info, os.uname().sysname == os.uname()[0])

# expect:
# 'posix.times_result' object has no attribute 'nothing'
# 'posix.uname_result' object has no attribute 'nothing'
# 'sys.int_info' object has no attribute 'nothing'
# 'resource.struct_rusage' object has no attribute 'nothing'
# True sys.int_info(bits_per_digit=30, sizeof_digit=4, default_max_str_digits=4300, str_digits_check_threshold=640) True
