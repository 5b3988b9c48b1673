"""Rights of files, and who runs the program."""
import os, pathlib, stat, tempfile


def failure(call, *args, **kwargs):
    try:
        call(*args, **kwargs)
    except Exception as error:
        print(type(error).__name__, error)


def rights(path):
    return oct(stat.S_IMODE(os.stat(path).st_mode))


print(os.getuid() == os.geteuid(), os.getgid() == os.getegid(), type(os.getuid()).__name__)
print(os.getresuid() == (os.getuid(),) * 3, os.getresgid() == (os.getgid(),) * 3)
load = os.getloadavg()
print(type(load).__name__, len(load), all(isinstance(each, float) and each >= 0 for each in load))

with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    before = os.umask(0o027)
    print(0 <= before <= 0o777, oct(os.umask(0o027)))
    pathlib.Path('a').write_text('a')
    print(rights('a'))
    os.chmod('a', 0o600)
    print(rights('a'), stat.filemode(os.stat('a').st_mode), os.access('a', os.R_OK), os.access('a', os.X_OK))
    pathlib.Path('a').chmod(0o751)
    print(rights('a'), stat.filemode(os.stat('a').st_mode), os.access('a', os.X_OK), os.access('none', os.F_OK))
    pathlib.Path('a').write_text('kept')
    print(rights('a'))
    os.chmod('a', os.stat('a').st_mode & ~stat.S_IXUSR)
    print(rights('a'))
    os.rename('a', 'b')
    print(rights('b'))
    os.mkdir('one')
    os.mkdir('two', 0o700)
    pathlib.Path('three').mkdir(mode=0o777)
    print(rights('one'), rights('two'), rights('three'))
    os.close(os.open('secret', os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    os.close(os.open('usual', os.O_CREAT | os.O_WRONLY))
    pathlib.Path('touched').touch()
    pathlib.Path('private').touch(mode=0o600)
    print(rights('secret'), rights('usual'), rights('touched'), rights('private'))
    failure(pathlib.Path('private').touch, exist_ok=False)
    print(oct(os.umask(before)))
    os.chown('b', -1, -1)
    os.chown('b', os.getuid(), os.getgid())
    failure(os.chmod, 'none', 0o600)
    failure(os.chmod, None, 0o600)
    failure(os.chmod, 'b', 'x')
    failure(os.umask, 'x')
    os.chdir('..')
# expect:
# True True int
# True True
# tuple 3 True
# True 0o27
# 0o640
# 0o600 -rw------- True False
# 0o751 -rwxr-x--x True False
# 0o751
# 0o651
# 0o651
# 0o750 0o700 0o750
# 0o600 0o750 0o640 0o600
# FileExistsError [Errno 17] File exists: 'private'
# 0o27
# FileNotFoundError [Errno 2] No such file or directory: 'none'
# TypeError chmod: path should be string, bytes, os.PathLike or integer, not NoneType
# TypeError 'str' object cannot be interpreted as an integer
# TypeError 'str' object cannot be interpreted as an integer
