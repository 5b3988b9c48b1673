import stat

for mode in (0o100644, 0o40755, 0o120777, 0o10600, 0o140000, 0o20620, 0o60660, 0o104755, 0o102644, 0o41777, 0o1000, 0o104644, 0):
    print(stat.filemode(mode), oct(stat.S_IMODE(mode)), oct(stat.S_IFMT(mode)), stat.S_ISREG(mode), stat.S_ISDIR(mode),
          stat.S_ISLNK(mode), stat.S_ISFIFO(mode), stat.S_ISSOCK(mode), stat.S_ISCHR(mode), stat.S_ISBLK(mode))
print(stat.S_IRWXU, stat.S_IRWXG | stat.S_IRWXO, stat.S_IXUSR, stat.ST_SIZE, stat.ST_MTIME)

# expect:
# -rw-r--r-- 0o644 0o100000 True False False False False False False
# drwxr-xr-x 0o755 0o40000 False True False False False False False
# lrwxrwxrwx 0o777 0o120000 False False True False False False False
# prw------- 0o600 0o10000 False False False True False False False
# s--------- 0o0 0o140000 False False False False True False False
# crw--w---- 0o620 0o20000 False False False False False True False
# brw-rw---- 0o660 0o60000 False False False False False False True
# -rwsr-xr-x 0o4755 0o100000 True False False False False False False
# -rw-r-Sr-- 0o2644 0o100000 True False False False False False False
# drwxrwxrwt 0o1777 0o40000 False True False False False False False
# ?--------T 0o1000 0o0 False False False False False False False
# -rwSr--r-- 0o4644 0o100000 True False False False False False False
# ?--------- 0o0 0o0 False False False False False False False
# 448 63 64 6 8
