# What few programs ask `sys` for.

from _named import Named as _Named

api_version = 1013
builtin_module_names = ('_abc', '_codecs', '_io', '_thread', 'builtins', 'errno', 'gc', 'itertools', 'marshal', 'posix', 'sys', 'time')
dont_write_bytecode = False
float_repr_style = 'short'
orig_argv = ['python3', *argv]
platlibdir = 'lib'
prefix = base_prefix = exec_prefix = base_exec_prefix = '/usr'
pycache_prefix = None

def _told(name, /, **fields):
    return type(name, (_Named,), {'__module__': 'sys', '_names': tuple(fields)})(fields.values())

hash_info = _told('hash_info', width=64, modulus=2 ** 61 - 1, inf=314159, nan=0, imag=1000003, algorithm='siphash13', hash_bits=64,
                  seed_bits=128, cutoff=0)
int_info = _told('int_info', bits_per_digit=30, sizeof_digit=4, default_max_str_digits=4300, str_digits_check_threshold=640)
thread_info = _told('thread_info', name='pthread', lock='semaphore', version='NPTL 2.36')

def getfilesystemencodeerrors():
    return 'surrogateescape'
