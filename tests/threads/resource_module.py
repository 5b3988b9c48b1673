"""`resource`: what the process has used, and its limits."""
import resource, time

used = resource.getrusage(resource.RUSAGE_SELF)
print(type(used).__name__, len(used), isinstance(used, tuple), used.ru_maxrss > 1000, used[2] == used.ru_maxrss)
print(type(used.ru_utime), type(used.ru_maxrss), used.ru_utime >= 0, used.ru_stime >= 0, used.ru_nvcsw >= 0)
end = time.process_time() + 0.02
while time.process_time() < end:
    pass
kept = [bytes(1000) for _ in range(2000)]
later = resource.getrusage(resource.RUSAGE_SELF)
print(later.ru_utime + later.ru_stime > used.ru_utime + used.ru_stime, later.ru_maxrss >= used.ru_maxrss)
thread = resource.getrusage(resource.RUSAGE_THREAD)
print(thread.ru_utime + thread.ru_stime > 0, resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime >= 0)
print(repr(used).split('=')[0], used.ru_nswap, used[:2] == (used.ru_utime, used.ru_stime))
soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
print(soft > 0, hard >= soft or hard == resource.RLIM_INFINITY)
resource.setrlimit(resource.RLIMIT_NOFILE, (soft - 1, hard))
print(resource.getrlimit(resource.RLIMIT_NOFILE) == (soft - 1, hard))
for call, args in ((resource.getrusage, (7,)), (resource.getrlimit, (99,)), (resource.setrlimit, (resource.RLIMIT_NOFILE, (5, 4)))):
    try:
        call(*args)
    except ValueError as error:
        print(error)
print(resource.getpagesize() % 4096, resource.RLIM_INFINITY)
# expect:
# struct_rusage 16 True True True
# <class 'float'> <class 'int'> True True True
# True True
# True True
# resource.struct_rusage(ru_utime 0 True
# True True
# True
# invalid who parameter
# invalid resource specified
# current limit exceeds maximum limit
# 0 -1
