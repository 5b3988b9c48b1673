# Tracebacks as objects.
import sys
import traceback
def f():
    g()
def g():
    raise ValueError("x")
try:
    f()
except ValueError as e:
    tb = e.__traceback__
    print(tb.tb_lineno, tb.tb_next.tb_lineno, tb.tb_next.tb_next.tb_lineno, tb.tb_next.tb_next.tb_next)
    print(tb.tb_frame.f_code.co_name, tb.tb_next.tb_frame.f_code.co_name, tb.tb_next.tb_frame.f_lineno)
    print([entry.lineno for entry in traceback.extract_tb(tb)], [e.name for e in traceback.extract_tb(tb.tb_next)])
    print(type(tb), type(tb.tb_frame), sys.exc_info()[0], sys.exc_info()[2] is not None)
class M:
    def __enter__(self):
        return self
    def __exit__(self, kind, value, tb):
        print(tb.tb_lineno, tb.tb_next.tb_lineno, kind)
        return True
with M():
    f()
try:
    raise KeyError("k").with_traceback(None)
except KeyError as e:
    print(e.__traceback__.tb_lineno, e.__traceback__.tb_next)
try:
    try:
        f()
    except ValueError as e:
        raise TypeError("y").with_traceback(e.__traceback__)
except TypeError as e:
    print([entry.lineno for entry in traceback.extract_tb(e.__traceback__)])
    e.__traceback__ = None
    print(e.__traceback__)
print(ValueError().__traceback__)
for wrong in (3, "tb"):
    try:
        ValueError().__traceback__ = wrong
    except TypeError as e:
        print(e)

# expect:
# 9 5 7 None
# <module> f 5
# [9, 5, 7] ['f', 'g']
# <class 'traceback'> <class 'frame'> <class 'ValueError'> True
# 23 5 <class 'ValueError'>
# 25 None
# [32, 30, 5, 7]
# None
# None
# __traceback__ must be a traceback or None
# __traceback__ must be a traceback or None
