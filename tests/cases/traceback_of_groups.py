# Groups of exceptions in the texts that the module traceback makes.
import io
import logging
import re
import traceback


def show(text):
    for line in text.splitlines():
        print(re.sub('File ".*"', "File", line).rstrip())


def fails(number):
    raise ValueError(f"number {number}")


def caught(number):
    try:
        fails(number)
    except ValueError as error:
        return error


try:
    raise ExceptionGroup("several", [caught(1), KeyError("never raised"), caught(2)])
except ExceptionGroup:
    show(traceback.format_exc())

inner = ExceptionGroup("inner", [TypeError("two\nlines"), caught(3)])
inner.add_note("with a note")
try:
    try:
        raise ExceptionGroup("outer", [inner, OSError(2, "No such file"), BaseExceptionGroup("deep", [inner])])
    except ExceptionGroup as group:
        raise RuntimeError("after") from group
except RuntimeError as error:
    text = "".join(traceback.format_exception(error))
    show(text)
    found = error.__cause__
    print("".join(traceback.format_exception(found, limit=0)) != text)
    shown = traceback.TracebackException.from_exception(found)
    print(len(shown.exceptions), shown.exceptions[0].exceptions is not None, len(list(shown.format())))

try:
    raise ExceptionGroup("many", [ValueError(number) for number in range(17)])
except ExceptionGroup as group:
    traceback.print_exception(group, file=io.StringIO())
    print("".join(traceback.format_exception(group)).splitlines()[-4:])

nested = ValueError("at the bottom")
for depth in range(14):
    nested = ExceptionGroup(f"depth {depth}", [nested, KeyError(depth)])
show("".join(traceback.format_exception(nested)))
print("".join(traceback.format_exception_only(nested)))

try:
    try:
        fails(4)
    except ValueError:
        raise ExceptionGroup("while handling", [caught(5)])
except ExceptionGroup as group:
    out = io.StringIO()
    logger = logging.getLogger("groups")
    logger.propagate = False
    logger.addHandler(logging.StreamHandler(out))
    logger.exception("told")
    show(out.getvalue())

# expect:
#   + Exception Group Traceback (most recent call last):
#   |   File, line 25, in <module>
#   |     raise ExceptionGroup("several", [caught(1), KeyError("never raised"), caught(2)])
#   | ExceptionGroup: several (3 sub-exceptions)
#   +-+---------------- 1 ----------------
#     | Traceback (most recent call last):
#     |   File, line 19, in caught
#     |     fails(number)
#     |   File, line 14, in fails
#     |     raise ValueError(f"number {number}")
#     | ValueError: number 1
#     +---------------- 2 ----------------
#     | KeyError: 'never raised'
#     +---------------- 3 ----------------
#     | Traceback (most recent call last):
#     |   File, line 19, in caught
#     |     fails(number)
#     |   File, line 14, in fails
#     |     raise ValueError(f"number {number}")
#     | ValueError: number 2
#     +------------------------------------
#   + Exception Group Traceback (most recent call last):
#   |   File, line 33, in <module>
#   |     raise ExceptionGroup("outer", [inner, OSError(2, "No such file"), BaseExceptionGroup("deep", [inner])])
#   | ExceptionGroup: outer (3 sub-exceptions)
#   +-+---------------- 1 ----------------
#     | ExceptionGroup: inner (2 sub-exceptions)
#     | with a note
#     +-+---------------- 1 ----------------
#       | TypeError: two
#       | lines
#       +---------------- 2 ----------------
#       | Traceback (most recent call last):
#       |   File, line 19, in caught
#       |     fails(number)
#       |   File, line 14, in fails
#       |     raise ValueError(f"number {number}")
#       | ValueError: number 3
#       +------------------------------------
#     +---------------- 2 ----------------
#     | FileNotFoundError: [Errno 2] No such file
#     +---------------- 3 ----------------
#     | ExceptionGroup: deep (1 sub-exception)
#     +-+---------------- 1 ----------------
#       | ExceptionGroup: inner (2 sub-exceptions)
#       | with a note
#       +-+---------------- 1 ----------------
#         | TypeError: two
#         | lines
#         +---------------- 2 ----------------
#         | Traceback (most recent call last):
#         |   File, line 19, in caught
#         |     fails(number)
#         |   File, line 14, in fails
#         |     raise ValueError(f"number {number}")
#         | ValueError: number 3
#         +------------------------------------
#
# The above exception was the direct cause of the following exception:
#
# Traceback (most recent call last):
#   File, line 35, in <module>
#     raise RuntimeError("after") from group
# RuntimeError: after
# True
# 3 True 29
# ['    | ValueError: 14', '    +---------------- ... ----------------', '    | and 2 more exceptions', '    +------------------------------------']
#   | ExceptionGroup: depth 13 (2 sub-exceptions)
#   +-+---------------- 1 ----------------
#     | ExceptionGroup: depth 12 (2 sub-exceptions)
#     +-+---------------- 1 ----------------
#       | ExceptionGroup: depth 11 (2 sub-exceptions)
#       +-+---------------- 1 ----------------
#         | ExceptionGroup: depth 10 (2 sub-exceptions)
#         +-+---------------- 1 ----------------
#           | ExceptionGroup: depth 9 (2 sub-exceptions)
#           +-+---------------- 1 ----------------
#             | ExceptionGroup: depth 8 (2 sub-exceptions)
#             +-+---------------- 1 ----------------
#               | ExceptionGroup: depth 7 (2 sub-exceptions)
#               +-+---------------- 1 ----------------
#                 | ExceptionGroup: depth 6 (2 sub-exceptions)
#                 +-+---------------- 1 ----------------
#                   | ExceptionGroup: depth 5 (2 sub-exceptions)
#                   +-+---------------- 1 ----------------
#                     | ExceptionGroup: depth 4 (2 sub-exceptions)
#                     +-+---------------- 1 ----------------
#                       | ... (max_group_depth is 10)
#                       +---------------- 2 ----------------
#                       | KeyError: 4
#                       +------------------------------------
#                     +---------------- 2 ----------------
#                     | KeyError: 5
#                     +------------------------------------
#                   +---------------- 2 ----------------
#                   | KeyError: 6
#                   +------------------------------------
#                 +---------------- 2 ----------------
#                 | KeyError: 7
#                 +------------------------------------
#               +---------------- 2 ----------------
#               | KeyError: 8
#               +------------------------------------
#             +---------------- 2 ----------------
#             | KeyError: 9
#             +------------------------------------
#           +---------------- 2 ----------------
#           | KeyError: 10
#           +------------------------------------
#         +---------------- 2 ----------------
#         | KeyError: 11
#         +------------------------------------
#       +---------------- 2 ----------------
#       | KeyError: 12
#       +------------------------------------
#     +---------------- 2 ----------------
#     | KeyError: 13
#     +------------------------------------
# ExceptionGroup: depth 13 (2 sub-exceptions)
#
# told
# Traceback (most recent call last):
#   File, line 58, in <module>
#     fails(4)
#   File, line 14, in fails
#     raise ValueError(f"number {number}")
# ValueError: number 4
#
# During handling of the above exception, another exception occurred:
#
#   + Exception Group Traceback (most recent call last):
#   |   File, line 60, in <module>
#   |     raise ExceptionGroup("while handling", [caught(5)])
#   | ExceptionGroup: while handling (1 sub-exception)
#   +-+---------------- 1 ----------------
#     | Traceback (most recent call last):
#     |   File, line 19, in caught
#     |     fails(number)
#     |   File, line 14, in fails
#     |     raise ValueError(f"number {number}")
#     | ValueError: number 5
#     +------------------------------------
