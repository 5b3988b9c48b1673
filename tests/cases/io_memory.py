import io

out = io.StringIO()
out.write("hello ")
print("world", 5, file=out)
print(repr(out.getvalue()), out.tell())
text = io.StringIO("one\ntwo\nthree")
print(text.readline(), list(text), repr(text.read()), text.seek(0), text.read(2), text.readlines())
with io.BytesIO(b"ab\ncd") as data:
    print(data.read(1), data.readline(), data.read(), data.write(b"!"), data.getvalue())
out.seek(0)
out.write("J")
print(out.getvalue(), out.truncate(3), out.getvalue())
for bad in (lambda: out.write(5), lambda: data.read()):
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
# expect:
# 'hello world 5\n' 14
# one
#  ['two\n', 'three'] '' 0 on ['e\n', 'two\n', 'three']
# b'a' b'b\n' b'cd' 1 b'ab\ncd!'
# Jello world 5
#  3 Jel
# TypeError string argument expected, got 'int'
# ValueError I/O operation on closed file.
