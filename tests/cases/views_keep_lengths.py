# A bytearray and a stream keep their length while somebody sees their bytes.
import io

data = bytearray(b'abc')
view = memoryview(data)
changes = {
    'append': lambda: data.append(1), 'extend': lambda: data.extend(b'xx'), 'clear': lambda: data.clear(), 'pop': lambda: data.pop(),
    'insert': lambda: data.insert(0, 3), 'remove': lambda: data.remove(97), 'del': lambda: data.__delitem__(0),
    'del slice': lambda: data.__delitem__(slice(0, 2)), 'slice': lambda: data.__setitem__(slice(0, 1), b'123'),
    '+=': lambda: data.__iadd__(b'1'), '*=': lambda: data.__imul__(2),
}
for name, change in changes.items():
    try:
        change()
        print(name, 'was possible')
    except BufferError as error:
        print(name, error)
data[0:1] = b'Z'
data.extend(b'')
data[1] = 66
print(bytes(view), data)
part = view[1:]
view.release()
try:
    data.append(1)
except BufferError:
    print('seen by', bytes(part))
del part
data.append(1)
with memoryview(data) as view:
    try:
        data += b'1'
    except BufferError as error:
        print(error)
data += b'1'
print(data)
for size in range(100):
    assert bytes(memoryview(data)[:3]) == b'ZBc'
data.clear()

class Own(bytearray):
    pass
own = Own(b'abc')
view = memoryview(own)
try:
    own.append(1)
except BufferError as error:
    print(error)

stream = io.BytesIO(b'abcdef')
seen = stream.getbuffer()
seen[0] = 90
print(stream.getvalue(), stream.read(2), bytes(seen), seen.readonly)
for change in (lambda: stream.write(b'more'), lambda: stream.truncate(1), lambda: stream.close()):
    try:
        change()
    except BufferError as error:
        print(error)
more = stream.getbuffer()
more[-1] = 89
seen.release()
print(stream.getvalue(), stream.closed, stream.tell())
more.release()
print(stream.write(b'more'), stream.write(bytearray(b'!')), stream.write(memoryview(b'-?-')[1:2]), stream.getvalue())
stream.getbuffer()[1:3] = b'[]'
stream.truncate(5)
print(stream.getvalue())
stream.close()
try:
    stream.getbuffer()
except ValueError as error:
    print(error)
try:
    io.BytesIO().write('text')
except TypeError as error:
    print(error)

# expect:
# append Existing exports of data: object cannot be re-sized
# extend Existing exports of data: object cannot be re-sized
# clear Existing exports of data: object cannot be re-sized
# pop Existing exports of data: object cannot be re-sized
# insert Existing exports of data: object cannot be re-sized
# remove Existing exports of data: object cannot be re-sized
# del Existing exports of data: object cannot be re-sized
# del slice Existing exports of data: object cannot be re-sized
# slice Existing exports of data: object cannot be re-sized
# += Existing exports of data: object cannot be re-sized
# *= Existing exports of data: object cannot be re-sized
# b'ZBc' bytearray(b'ZBc')
# seen by b'Bc'
# Existing exports of data: object cannot be re-sized
# bytearray(b'ZBc\x011')
# Existing exports of data: object cannot be re-sized
# b'Zbcdef' b'Zb' b'Zbcdef' False
# Existing exports of data: object cannot be re-sized
# Existing exports of data: object cannot be re-sized
# Existing exports of data: object cannot be re-sized
# b'ZbcdeY' False 2
# 4 1 1 b'Zbmore!?'
# b'Z[]or'
# I/O operation on closed file.
# a bytes-like object is required, not 'str'
