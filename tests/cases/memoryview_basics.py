# Views of bytes: what they show, and what changes through them.
import array

view = memoryview(b'abcdef')
print(view[0], view[-1], len(view), view[1:4].tobytes(), view[::-2].tobytes(), view.tolist())
print(view.readonly, view.format, view.itemsize, view.nbytes, view.shape, view.strides, view.ndim, view.contiguous)
print(view == b'abcdef', view[:2] == b'ab', view[2:] == view, b'abc' == memoryview(b'abc'), view != b'x', view == 'abcdef')
print(hash(view) == hash(b'abcdef'), bytes(view[2:]), bytearray(view[:2]), 98 in view, list(view[:2]), view.hex())
for text in "view[0] = 1", "view[9]", "view['a']", "memoryview('abc')", "memoryview([1])":
    try:
        exec(text)
    except Exception as error:
        print(text, '->', type(error).__name__, error)

data = bytearray(b'hello world')
view = memoryview(data)
view[0] = ord('J')
view[6:] = b'there'
print(data, view.readonly, view.obj is data)
for text in "view[0] = 256", "view[0] = 'x'", "view[1:3] = b'xyz'", "hash(view)":
    try:
        exec(text)
    except Exception as error:
        print(text, '->', type(error).__name__, error)
part = view[2:8:2]
part[1] = 33
print(data, part.strides, part.contiguous, part.tolist())

words = memoryview(bytearray(8)).cast('H')
words[1] = 513
print(words.tolist(), words.itemsize, len(words), words.tobytes(), words.cast('B')[2], words.format)
print(memoryview(b'\x00\x00\x80\x3f').cast('f').tolist(), memoryview(b'\xff\x01').cast('b').tolist())
for text in "words.cast('I')", "memoryview(b'abc').cast('H')", "memoryview(b'abcd')[::2].cast('H')", "words.cast('x')":
    try:
        exec(text)
    except Exception as error:
        print(text, '->', type(error).__name__, error)

numbers = array.array('i', [1, 2, 3])
view = memoryview(numbers)
view[1] = -5
print(numbers, view.format, view.itemsize, view.nbytes, view[1:].tolist(), view.tobytes() == numbers.tobytes())

with memoryview(data) as view:
    print(view.toreadonly().readonly, view[:5].tobytes())
try:
    view[0]
except ValueError as error:
    print(error)
print(isinstance(view, memoryview), memoryview.__name__, type(memoryview(b'')) is memoryview)

def show(piece):
    match piece:
        case memoryview():
            return 'a view'
    return 'something else'

print(show(memoryview(b'')), show(b''))

# expect:
# 97 102 6 b'bcd' b'fdb' [97, 98, 99, 100, 101, 102]
# True B 1 6 (6,) (1,) 1 True
# True True False True True False
# True b'cdef' bytearray(b'ab') True [97, 98] 616263646566
# view[0] = 1 -> TypeError cannot modify read-only memory
# view[9] -> IndexError index out of bounds on dimension 1
# view['a'] -> TypeError memoryview: invalid slice key
# memoryview('abc') -> TypeError memoryview: a bytes-like object is required, not 'str'
# memoryview([1]) -> TypeError memoryview: a bytes-like object is required, not 'list'
# bytearray(b'Jello there') False True
# view[0] = 256 -> ValueError memoryview: invalid value for format 'B'
# view[0] = 'x' -> TypeError memoryview: invalid type for format 'B'
# view[1:3] = b'xyz' -> ValueError memoryview assignment: lvalue and rvalue have different structures
# hash(view) -> ValueError cannot hash writable memoryview object
# bytearray(b'Jell! there') (2,) False [108, 33, 116]
# [0, 513, 0, 0] 2 4 b'\x00\x00\x01\x02\x00\x00\x00\x00' 1 H
# [1.0] [-1, 1]
# words.cast('I') -> TypeError memoryview: cannot cast between two non-byte formats
# memoryview(b'abc').cast('H') -> TypeError memoryview: length is not a multiple of itemsize
# memoryview(b'abcd')[::2].cast('H') -> TypeError memoryview: casts are restricted to C-contiguous views
# words.cast('x') -> ValueError memoryview: destination format must be a native single character format prefixed with an optional '@'
# array('i', [1, -5, 3]) i 4 12 [-5, 3] True
# True b'Jell!'
# operation forbidden on released memoryview object
# True memoryview True
# a view something else
