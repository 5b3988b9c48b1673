import contextlib
import os
import tempfile
import sys
import traceback

before = os.getcwd()
with tempfile.TemporaryDirectory() as folder:
    with contextlib.chdir(folder):
        print(os.path.samefile(os.getcwd(), folder))
    print(os.getcwd() == before)


def inner():
    local = 'kept'
    raise ValueError


try:
    inner()
except ValueError as error:
    print([(frame.f_code.co_name, line) for frame, line in traceback.walk_tb(error.__traceback__)])
    frame = error.__traceback__.tb_next.tb_frame
print([frame.f_code.co_name for frame, _ in traceback.walk_stack(sys._getframe())])

# expect:
# True
# True
# [('<module>', 20), ('inner', 16)]
# ['<module>']
