# What the bits of a file's mode say, and where in a result of os.stat what stands.

ST_MODE, ST_INO, ST_DEV, ST_NLINK, ST_UID, ST_GID, ST_SIZE, ST_ATIME, ST_MTIME, ST_CTIME = range(10)

S_IFDIR, S_IFCHR, S_IFBLK, S_IFREG, S_IFIFO, S_IFLNK, S_IFSOCK = 0o40000, 0o20000, 0o60000, 0o100000, 0o10000, 0o120000, 0o140000
S_IFDOOR = S_IFPORT = S_IFWHT = 0

S_ISUID, S_ISGID, S_ISVTX = 0o4000, 0o2000, 0o1000
S_ENFMT = S_ISGID
S_IRWXU, S_IRUSR, S_IWUSR, S_IXUSR = 0o700, 0o400, 0o200, 0o100
S_IREAD, S_IWRITE, S_IEXEC = S_IRUSR, S_IWUSR, S_IXUSR
S_IRWXG, S_IRGRP, S_IWGRP, S_IXGRP = 0o70, 0o40, 0o20, 0o10
S_IRWXO, S_IROTH, S_IWOTH, S_IXOTH = 0o7, 0o4, 0o2, 0o1

def S_IMODE(mode):
    return mode & 0o7777

def S_IFMT(mode):
    return mode & 0o170000

def S_ISDIR(mode):
    return S_IFMT(mode) == S_IFDIR

def S_ISCHR(mode):
    return S_IFMT(mode) == S_IFCHR

def S_ISBLK(mode):
    return S_IFMT(mode) == S_IFBLK

def S_ISREG(mode):
    return S_IFMT(mode) == S_IFREG

def S_ISFIFO(mode):
    return S_IFMT(mode) == S_IFIFO

def S_ISLNK(mode):
    return S_IFMT(mode) == S_IFLNK

def S_ISSOCK(mode):
    return S_IFMT(mode) == S_IFSOCK

def S_ISDOOR(mode):
    return False

S_ISPORT = S_ISWHT = S_ISDOOR

_KINDS = {S_IFREG: '-', S_IFDIR: 'd', S_IFCHR: 'c', S_IFBLK: 'b', S_IFIFO: 'p', S_IFLNK: 'l', S_IFSOCK: 's'}

def _triple(bits, special, letter):
    runs = 'x' if bits & 1 else '-'
    if special:
        runs = letter if bits & 1 else letter.upper()
    return ('r' if bits & 4 else '-') + ('w' if bits & 2 else '-') + runs

def filemode(mode):
    return (_KINDS.get(S_IFMT(mode), '?') + _triple(mode >> 6, mode & S_ISUID, 's')
            + _triple(mode >> 3, mode & S_ISGID, 's') + _triple(mode, mode & S_ISVTX, 't'))
