import inspect
import io
import json
import pathlib
import sys
import timeit

def where():
    frame, line = sys._getframe(), sys._getframe().f_lineno
    return frame.f_code.co_name, line, frame.f_back.f_code.co_name, sys._getframe(1).f_lineno, inspect.currentframe().f_code.co_name

def caller():
    return where()

print(caller(), sys._getframe().f_code.co_name, inspect.currentframe().f_lineno)
try:
    sys._getframe(5000)
except ValueError as error:
    print(error)

held = []
print(sys.getrefcount(held), [sys.getrefcount(one) > 1 for one in (held, held)])
other = held
print(sys.getrefcount(held), sys.getrefcount(5) > 0)

print(bytes(io.BytesIO(b"abc").getbuffer()), len(io.BytesIO(b"abc").getbuffer()))
decoder = json.JSONDecoder()
print(decoder.raw_decode('{"a": [1, 2]}  rest'), decoder.raw_decode("1 2", 2), decoder.raw_decode('"text" '), decoder.raw_decode('x[]]', 1))
for text, at in (("nothing", 0), ("", 0), (" 1", 0), ("ab[1,", 2)):
    try:
        print(decoder.raw_decode(text, at))
    except json.JSONDecodeError as error:
        print(error.pos, error)
print(isinstance(pathlib.Path.home(), pathlib.Path))

counts = []
print(timeit.timeit("counts.append(one)", "one = 1", number=3, globals=globals()) > 0, counts)
print([took > 0 for took in timeit.repeat("a = n + 1\nb = a", setup="n = 5\nm = 6", number=10, repeat=2)], timeit.timeit(lambda: counts.append(2), number=2) > 0, counts)
for stmt in ("1 +", 5, "missing"):
    try:
        timeit.timeit(stmt, number=1)
    except (SyntaxError, ValueError, NameError) as error:
        print(type(error).__name__, error)
# expect:
# ('where', 9, 'caller', 13, 'where') <module> 15
# call stack is not deep enough
# 2 [True, True]
# 3 True
# b'abc' 3
# ({'a': [1, 2]}, 13) (2, 3) ('text', 6) ([], 3)
# 0 Expecting value: line 1 column 1 (char 0)
# 0 Expecting value: line 1 column 1 (char 0)
# 0 Expecting value: line 1 column 1 (char 0)
# 5 Expecting value: line 1 column 6 (char 5)
# True
# True [1, 1, 1]
# [True, True] True [1, 1, 1, 2, 2]
# SyntaxError invalid syntax (<timeit-src>, line 2)
# ValueError stmt is neither a string nor callable
# NameError name 'missing' is not defined
