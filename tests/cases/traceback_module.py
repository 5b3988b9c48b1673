import traceback
def f(x):
    return g(x) + 1
def g(x):
    return 10 / x
try:
    f(0)
except ZeroDivisionError as error:
    print(traceback.format_exception_only(error), traceback.format_exc().splitlines()[-1], len(traceback.format_exc().splitlines()))
class Mine(Exception):
    def __str__(self): return "custom"
try:
    try:
        f(0)
    except ZeroDivisionError as error:
        raise Mine("bad") from error
except Mine as error:
    lines = [line.strip() for line in "".join(traceback.format_exception(error)).splitlines() if "File" not in line and "^" not in line]
    print(lines)
print(traceback.format_exc(), list(traceback.TracebackException.from_exception(Mine("z")).format()))

# expect:
# ['ZeroDivisionError: division by zero\n'] ZeroDivisionError: division by zero 10
# ['Traceback (most recent call last):', 'f(0)', 'return g(x) + 1', 'return 10 / x', 'ZeroDivisionError: division by zero', '', 'The above exception was the direct cause of the following exception:', '', 'Traceback (most recent call last):', 'raise Mine("bad") from error', 'Mine: custom']
# NoneType: None
#  ['Mine: custom\n']
