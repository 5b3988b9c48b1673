import errno
import os
import pathlib
import sys
import tempfile

print(os.F_OK, os.R_OK, os.W_OK, os.X_OK, os.EX_OK, os.EX_USAGE, os.EX_CONFIG)
print([os.strerror(number) for number in (errno.ENOENT, errno.EPIPE, 0, 999)])
print(len(os.sched_getaffinity(0)) >= 1, os.fsencode('é'), os.fsdecode(b'a'), type(os.getcwdb()).__name__)
times = os.times()
print(len(times), times.user >= 0, times[4] == times.elapsed, repr(times).startswith('posix.times_result(user='))
print(os.uname().sysname, len(os.uname()), os.path.__name__)
with tempfile.TemporaryDirectory() as folder:
    root = pathlib.Path(folder)
    (root / 'a').mkdir()
    (root / 'f').write_text('x')
    print(os.access(root / 'a', os.R_OK | os.X_OK), os.access(root / 'f', os.W_OK), os.access(root / 'f', os.X_OK), os.access(root / 'n', os.F_OK))
    print(os.path.islink(root / 'f'), os.path.ismount('/'), os.path.ismount(folder), os.path.samefile(folder, root / 'a' / '..'))
    print(os.lstat(root / 'f').st_size, (root / 'f').lstat().st_size, (root / 'f').is_fifo(), (root / 'a').is_mount())
    for wrong in (lambda: os.mkdir(root / 'a'), lambda: os.rmdir(root / 'n'), lambda: os.listdir(root / 'n'), lambda: os.readlink(root / 'f'),
                  lambda: (root / 'n').readlink(), lambda: os.path.samefile(root / 'n', folder)):
        try:
            wrong()
        except OSError as error:
            print(type(error).__name__, str(error).replace(folder, 'DIR'), type(error.filename).__name__)
    os.makedirs(root / 'x' / 'y')
    os.renames(root / 'x' / 'y', root / 'z' / 'y')
    print(sorted(os.listdir(root)))
    os.removedirs(root / 'z' / 'y')
    print(sorted(os.listdir(root)))
try:
    os.get_terminal_size(99)
except OSError as error:
    print(type(error).__name__)
print(pathlib.PurePosixPath('/a b/c').as_uri(), pathlib.Path('a/~').expanduser())
try:
    pathlib.PurePosixPath('a').as_uri()
except ValueError as error:
    print(error)
print(sys.hash_info.modulus, sys.int_info, sys.float_repr_style, sys.thread_info.name, sys.prefix == sys.base_prefix)

# expect:
# 0 4 2 1 0 64 78
# ['No such file or directory', 'Broken pipe', 'Success', 'Unknown error 999']
# True b'\xc3\xa9' a bytes
# 5 True True True
# Linux 5 posixpath
# True True False False
# False True False True
# 1 1 False False
# FileExistsError [Errno 17] File exists: 'DIR/a' str
# FileNotFoundError [Errno 2] No such file or directory: 'DIR/n' str
# FileNotFoundError [Errno 2] No such file or directory: 'DIR/n' str
# OSError [Errno 22] Invalid argument: 'DIR/f' str
# FileNotFoundError [Errno 2] No such file or directory: 'DIR/n' str
# FileNotFoundError [Errno 2] No such file or directory: 'DIR/n' str
# ['a', 'f', 'z']
# ['a', 'f']
# OSError
# file:///a%20b/c a/~
# relative path can't be expressed as a file URI
# 2305843009213693951 sys.int_info(bits_per_digit=30, sizeof_digit=4, default_max_str_digits=4300, str_digits_check_threshold=640) short pthread True
