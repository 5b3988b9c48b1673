# What the process has used, and what it may. Time in the system is not told apart from the program's own.

from _named import Named as _Named
from _system import peak_memory as _peak_memory
from time import process_time as _process_time, thread_time as _thread_time

error = OSError

RUSAGE_SELF, RUSAGE_CHILDREN, RUSAGE_THREAD = 0, -1, 1
RLIMIT_CPU, RLIMIT_FSIZE, RLIMIT_DATA, RLIMIT_STACK, RLIMIT_CORE, RLIMIT_RSS, RLIMIT_NPROC, RLIMIT_NOFILE = range(8)
RLIMIT_MEMLOCK, RLIMIT_AS = 8, 9
RLIM_INFINITY = -1

_USUAL = {RLIMIT_STACK: (8_388_608, RLIM_INFINITY), RLIMIT_NOFILE: (1024, 1_048_576)}
_limits = {}


class struct_rusage(_Named):
    __module__ = 'resource'
    _names = ('ru_utime', 'ru_stime', 'ru_maxrss', 'ru_ixrss', 'ru_idrss', 'ru_isrss', 'ru_minflt', 'ru_majflt', 'ru_nswap',
              'ru_inblock', 'ru_oublock', 'ru_msgsnd', 'ru_msgrcv', 'ru_nsignals', 'ru_nvcsw', 'ru_nivcsw')


def getrusage(who, /):
    if who not in (RUSAGE_SELF, RUSAGE_CHILDREN, RUSAGE_THREAD):
        raise ValueError('invalid who parameter')
    time, memory = 0.0, 0
    if who != RUSAGE_CHILDREN:
        time = _process_time() if who == RUSAGE_SELF else _thread_time()
        memory = _peak_memory()
    return struct_rusage((time, 0.0, memory) + (0,) * 13)


def getrlimit(resource, /):
    if not 0 <= resource < 16:
        raise ValueError('invalid resource specified')
    return _limits.get(resource) or _USUAL.get(resource, (RLIM_INFINITY, RLIM_INFINITY))


def _height(limit):
    return float('inf') if limit == RLIM_INFINITY else limit


# Limits are kept, and hold nobody back.
def setrlimit(resource, limits, /):
    before = getrlimit(resource)
    soft, hard = [int(limit) for limit in limits]
    if _height(soft) > _height(hard):
        raise ValueError('current limit exceeds maximum limit')
    if _height(hard) > _height(before[1]):
        raise ValueError('not allowed to raise maximum limit')
    _limits[resource] = (soft, hard)


def getpagesize():
    return 4096
