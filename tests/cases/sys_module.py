import sys

print(sys.maxsize, sys.byteorder, sys.version_info[:2], sys.version_info >= (3, 8), sys.version_info.major, sys.platform)
print(sys.getswitchinterval())
sys.setswitchinterval(0.001)
print(sys.getswitchinterval())
sys.setswitchinterval(0.005)
sys.stdout.write("written\n")
sys.stdout.flush()
print("to stdout", file=sys.stdout, end="!\n")
print("to stderr", file=sys.stderr)
print(sys.getrecursionlimit() > 500, sys.float_info.max, sys.float_info.epsilon, sys.maxunicode, len(sys.argv) >= 1, sys.getdefaultencoding())
for bad in (lambda: sys.setswitchinterval(0), lambda: sys.setswitchinterval("a"), lambda: sys.setswitchinterval(-1)):
    try:
        bad()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
try:
    sys.exit(3)
except SystemExit as error:
    print("exit", error.code)
try:
    sys.exit()
except SystemExit as error:
    print("exit", error.code)
try:
    sys.exit("done")
except SystemExit as error:
    print("exit", error.code)
try:
    raise SystemExit("a", 2)
except SystemExit as error:
    print("exit", error.code)
    error.code = 7
    print(error.code)
sys.exit(3)
# expect:
# 9223372036854775807 little (3, 11) True 3 linux
# 0.005
# 0.001
# written
# to stdout!
# True 1.7976931348623157e+308 2.220446049250313e-16 1114111 True utf-8
# ValueError switch interval must be strictly positive
# TypeError must be real number, not str
# ValueError switch interval must be strictly positive
# exit 3
# exit None
# exit done
# exit ('a', 2)
# 7
# raises: SystemExit: 3
