# Text streams in memory translate the ends of lines as they are told.
import io
for nl in (None, '', '\n', '\r', '\r\n'):
    s = io.StringIO(newline=nl)
    print(repr(nl), s.write('a\nb\r\nc\rd'), repr(s.getvalue()), s.newlines)
    s.seek(0); print(list(s))
    s = io.StringIO('a\nb\r\nc\rd', newline=nl); print(repr(s.getvalue()), s.readlines(), s.newlines)
    s = io.StringIO('a\nb\r\nc\rd', nl); print(repr(s.readline()), repr(s.read(2)), s.tell())
try: io.StringIO(newline='x')
except ValueError as e: print(e)
try: io.StringIO(newline=3)
except TypeError as e: print(e)
try: io.StringIO(3)
except TypeError as e: print(e)

# expect:
# None 8 'a\nb\nc\nd' ('\r', '\n', '\r\n')
# ['a\n', 'b\n', 'c\n', 'd']
# 'a\nb\nc\nd' ['a\n', 'b\n', 'c\n', 'd'] ('\r', '\n', '\r\n')
# 'a\n' 'b\n' 4
# '' 8 'a\nb\r\nc\rd' ('\r', '\n', '\r\n')
# ['a\n', 'b\r\n', 'c\r', 'd']
# 'a\nb\r\nc\rd' ['a\n', 'b\r\n', 'c\r', 'd'] ('\r', '\n', '\r\n')
# 'a\n' 'b\r' 4
# '\n' 8 'a\nb\r\nc\rd' None
# ['a\n', 'b\r\n', 'c\rd']
# 'a\nb\r\nc\rd' ['a\n', 'b\r\n', 'c\rd'] None
# 'a\n' 'b\r' 4
# '\r' 8 'a\rb\r\rc\rd' None
# ['a\r', 'b\r', '\r', 'c\r', 'd']
# 'a\rb\r\rc\rd' ['a\r', 'b\r', '\r', 'c\r', 'd'] None
# 'a\r' 'b\r' 4
# '\r\n' 8 'a\r\nb\r\r\nc\rd' None
# ['a\r\n', 'b\r\r\n', 'c\rd']
# 'a\r\nb\r\r\nc\rd' ['a\r\n', 'b\r\r\n', 'c\rd'] None
# 'a\r\n' 'b\r' 5
# illegal newline value: 'x'
# newline must be str or None, not int
# initial_value must be str or None, not int
