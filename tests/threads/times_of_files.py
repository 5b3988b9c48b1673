"""What `os.stat` and its like tell of files, and what changes it."""
import os, pathlib, pickle, shutil, stat, tempfile, time


def failure(call, *args, **kwargs):
    try:
        call(*args, **kwargs)
    except Exception as error:
        print(type(error).__name__, error)


def written(path, text):
    with open(path, 'w') as file:
        file.write(text)


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    begun = time.time() - 0.1
    written('a.txt', 'hello')
    first = os.stat('a.txt')
    print(begun <= first.st_mtime <= time.time() + 0.1, begun <= os.path.getmtime('a.txt'))
    print(abs(first.st_mtime_ns / 1e9 - first.st_mtime) < 1e-3, int(first.st_mtime) == first[stat.ST_MTIME])
    print(type(first.st_mtime), type(first.st_mtime_ns), type(first[8]), len(first), isinstance(first, tuple))
    print(first.st_size, first[6], oct(stat.S_IFMT(first.st_mode)), stat.S_ISREG(first.st_mode), first.st_nlink)
    print(first.st_uid == os.getuid(), first.st_blksize > 0, first.st_ino > 0, first.st_ino == os.stat('a.txt').st_ino)
    print(repr(first).split('=')[0], len(repr(first).split(', ')))

    time.sleep(0.02)
    written('b.txt', 'later')
    print(os.path.getmtime('b.txt') > os.path.getmtime('a.txt'))
    print(max(os.listdir('.'), key=os.path.getmtime), [p.name for p in sorted(pathlib.Path().iterdir(), key=lambda p: p.stat().st_mtime)])
    time.sleep(0.02)
    with open('a.txt', 'a') as file:
        file.write('!')
    print(os.stat('a.txt').st_mtime_ns > first.st_mtime_ns, max(os.listdir('.'), key=os.path.getmtime))
    print(os.path.getctime('a.txt') >= first.st_ctime, os.path.getatime('a.txt') >= first.st_atime)

    os.utime('a.txt', (1_000_000_000, 1_100_000_000.5))
    print(os.path.getatime('a.txt'), os.path.getmtime('a.txt'), os.stat('a.txt').st_mtime_ns, os.stat('a.txt')[7:9])
    os.utime('a.txt', ns=(5, 1_700_000_000_123_456_789))
    print(os.stat('a.txt').st_atime_ns, os.stat('a.txt').st_mtime_ns, os.stat('a.txt').st_mtime)
    os.utime('a.txt', times=(-1, -2.25))
    print(os.stat('a.txt').st_atime_ns, os.stat('a.txt').st_mtime)
    os.utime('a.txt')
    print(os.path.getmtime('a.txt') >= begun)
    os.utime(pathlib.Path('a.txt'), (1, 2))
    pathlib.Path('a.txt').touch()
    print(os.path.getmtime('a.txt') >= begun)

    os.utime('a.txt', (1000, 2000))
    os.rename('a.txt', 'c.txt')
    print(os.path.getmtime('c.txt'), os.stat('c.txt').st_ino == first.st_ino)
    shutil.copy('c.txt', 'copy.txt')
    shutil.copy2('c.txt', 'same.txt')
    print(os.path.getmtime('copy.txt') > begun, os.path.getmtime('same.txt'), os.stat('copy.txt').st_ino != first.st_ino)
    with os.scandir('.') as entries:
        print(sorted((entry.name, entry.stat().st_size, entry.stat().st_mtime == os.path.getmtime(entry)) for entry in entries))
    with open('c.txt') as file:
        print(os.fstat(file.fileno()).st_mtime, os.stat(file.fileno()).st_size, os.path.samestat(os.fstat(file.fileno()), os.stat('c.txt')))

    os.mkdir('sub')
    before = os.stat('sub').st_mtime_ns
    time.sleep(0.02)
    written('sub/x', '')
    print(os.stat('sub').st_mtime_ns > before, stat.S_ISDIR(os.stat('sub').st_mode), stat.filemode(os.lstat('sub').st_mode)[0])
    print(pathlib.Path('sub/x').stat().st_size, pathlib.Path('sub', 'x').lstat().st_mtime == os.path.getmtime(b'sub/x'))

    again = pickle.loads(pickle.dumps(first))
    print(again == first, again.st_mtime_ns == first.st_mtime_ns, type(again) is os.stat_result)
    made = os.stat_result(range(10))
    print(made.st_size, made.st_mtime, made[9], made)

    for call in (os.stat, os.path.getmtime, os.path.getctime, os.utime):
        failure(call, 'none')
    failure(pathlib.Path('none').stat)
    failure(os.stat, None)
    failure(os.stat, 1.5)
    failure(os.utime, None)
    failure(os.utime, 'c.txt', (1, 2), ns=(1, 2))
    failure(os.utime, 'c.txt', 5)
    failure(os.utime, 'c.txt', ns=5)
    failure(os.utime, 'c.txt', (1, 'x'))
    failure(os.stat_result, (1, 2))
    failure(setattr, first, 'st_size', 5)
    os.chdir('..')
# expect:
# True True
# True True
# <class 'float'> <class 'int'> <class 'int'> 10 True
# 5 5 0o100000 True 1
# True True True True
# os.stat_result(st_mode 10
# True
# b.txt ['a.txt', 'b.txt']
# True a.txt
# True True
# 1000000000.0 1100000000.5 1100000000500000000 (1000000000, 1100000000)
# 5 1700000000123456789 1700000000.1234567
# -1000000000 -2.25
# True
# True
# 2000.0 True
# True 2000.0 True
# [('b.txt', 5, True), ('c.txt', 6, True), ('copy.txt', 6, True), ('same.txt', 6, True)]
# 2000.0 6 True
# True True d
# 0 True
# True True True
# 6 8 9 os.stat_result(st_mode=0, st_ino=1, st_dev=2, st_nlink=3, st_uid=4, st_gid=5, st_size=6, st_atime=7, st_mtime=8, st_ctime=9)
# FileNotFoundError [Errno 2] No such file or directory: 'none'
# FileNotFoundError [Errno 2] No such file or directory: 'none'
# FileNotFoundError [Errno 2] No such file or directory: 'none'
# FileNotFoundError [Errno 2] No such file or directory
# FileNotFoundError [Errno 2] No such file or directory: 'none'
# TypeError stat: path should be string, bytes, os.PathLike or integer, not NoneType
# TypeError stat: path should be string, bytes, os.PathLike or integer, not float
# TypeError utime: path should be string, bytes, os.PathLike or integer, not NoneType
# ValueError utime: you may specify either 'times' or 'ns' but not both
# TypeError utime: 'times' must be either a tuple of two ints or None
# TypeError utime: 'ns' must be a tuple of two ints
# TypeError 'str' object cannot be interpreted as an integer
# TypeError os.stat_result() takes an at least 10-sequence (2-sequence given)
# AttributeError readonly attribute
