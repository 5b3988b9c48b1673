# bytearray: changes in place.
a = bytearray(b"hello")
same = a
a[0] = 72
a[1:3] = b"EEE"
print(a, same is a, len(a))
a.append(33)
a.extend(b"ab")
a.extend([1, 2])
a += b"cd"
print(a, same)
print(a.pop(), a.pop(0), a)
a.insert(1, 120)
a.remove(120)
a.reverse()
print(a)
del a[0]
del a[1:3]
del a[::2]
print(a)
a *= 2
print(a, same is a)
copy = a.copy()
a.clear()
print(a, copy, same, not a)
b = bytearray(b"abc")
b[::2] = b"XY"
print(b, b == b"XbY", b"XbY" == b, b != b"x", b < b"Y")
b[1:1] = [49, 50]
b[len(b):] = b"end"
print(b, bytes(b), b.decode(), b[1:3], b[0], b[-1])
print(b.find(b"e"), b.split(b"2"), b.upper(), type(b.upper()).__name__, (b + b"x"), (b"x" + b))
print(b.hex(), 88 in b, list(b)[:2], bytearray(b"ab") * 2)
for wrong in (lambda: b.append(256), lambda: b.append("x"), lambda: bytes([300]), lambda: bytes([-1]),
              lambda: bytes("text"), lambda: bytes(1.5), lambda: b"a" + "b", lambda: "a" + b"b", lambda: b"abc"[5],
              lambda: b"abc"["x"], lambda: {bytearray(b"x"): 1}, lambda: b"x".join(["a"]), lambda: "x" in b"xyz",
              lambda: bytes.fromhex("0g"), lambda: bytes.fromhex("012"), lambda: b"\xff\xfe".decode(),
              lambda: b"a\xe2\x82".decode(), lambda: b"a\xc3(".decode(), lambda: "é".encode("ascii"),
              lambda: "aéè".encode("ascii"), lambda: "€".encode("latin-1"), lambda: b"\x80".decode("ascii"),
              lambda: b"x".decode("nonsense"), lambda: "x".encode("nonsense"), lambda: (300).to_bytes(1, "big"),
              lambda: (-1).to_bytes(1, "big"), lambda: (1).to_bytes(1, "middle"), lambda: b"a" < "a",
              lambda: bytearray(b"x").pop(5), lambda: bytearray().pop(), lambda: b"ab".index(b"c"),
              lambda: bytearray(b"x").remove(1), lambda: int(b"x"), lambda: b"a" * 1.5, lambda: bytes(-1),
              lambda: b"abc".split(b""), lambda: b"abc".find("a"), lambda: b"x".startswith("x"), lambda: b"ab".hex("--")):
    try:
        wrong()
        print("nothing wrong")
    except Exception as problem:
        print(type(problem).__name__ + ":", problem)
try:
    b"abc"[0] = 1
except TypeError as problem:
    print(problem)
try:
    del b"abc"[0]
except TypeError as problem:
    print(problem)
try:
    b[0] = 300
except ValueError as problem:
    print(problem)
try:
    b[50] = 1
except IndexError as problem:
    print(problem)

# expect:
# bytearray(b'HEEElo') True 6
# bytearray(b'HEEElo!ab\x01\x02cd') bytearray(b'HEEElo!ab\x01\x02cd')
# 100 72 bytearray(b'EEElo!ab\x01\x02c')
# bytearray(b'c\x02\x01ba!olEEE')
# bytearray(b'aoEE')
# bytearray(b'aoEEaoEE') True
# bytearray(b'') bytearray(b'aoEEaoEE') bytearray(b'') True
# bytearray(b'XbY') True True True True
# bytearray(b'X12bYend') b'X12bYend' X12bYend bytearray(b'12') 88 100
# 5 [bytearray(b'X1'), bytearray(b'bYend')] bytearray(b'X12BYEND') bytearray bytearray(b'X12bYendx') b'xX12bYend'
# 5831326259656e64 True [88, 49] bytearray(b'abab')
# ValueError: byte must be in range(0, 256)
# TypeError: 'str' object cannot be interpreted as an integer
# ValueError: bytes must be in range(0, 256)
# ValueError: bytes must be in range(0, 256)
# TypeError: string argument without an encoding
# TypeError: cannot convert 'float' object to bytes
# TypeError: can't concat str to bytes
# TypeError: can only concatenate str (not "bytes") to str
# IndexError: index out of range
# TypeError: byte indices must be integers or slices, not str
# TypeError: unhashable type: 'bytearray'
# TypeError: sequence item 0: expected a bytes-like object, str found
# TypeError: a bytes-like object is required, not 'str'
# ValueError: non-hexadecimal number found in fromhex() arg at position 1
# ValueError: non-hexadecimal number found in fromhex() arg at position 3
# UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
# UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 1-2: unexpected end of data
# UnicodeDecodeError: 'utf-8' codec can't decode byte 0xc3 in position 1: invalid continuation byte
# UnicodeEncodeError: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
# UnicodeEncodeError: 'ascii' codec can't encode characters in position 1-2: ordinal not in range(128)
# UnicodeEncodeError: 'latin-1' codec can't encode character '\u20ac' in position 0: ordinal not in range(256)
# UnicodeDecodeError: 'ascii' codec can't decode byte 0x80 in position 0: ordinal not in range(128)
# LookupError: unknown encoding: nonsense
# LookupError: unknown encoding: nonsense
# OverflowError: int too big to convert
# OverflowError: can't convert negative int to unsigned
# ValueError: byteorder must be either 'little' or 'big'
# TypeError: '<' not supported between instances of 'bytes' and 'str'
# IndexError: pop index out of range
# IndexError: pop from empty bytearray
# ValueError: subsection not found
# ValueError: value not found in bytearray
# ValueError: invalid literal for int() with base 10: b'x'
# TypeError: can't multiply sequence by non-int of type 'float'
# ValueError: negative count
# ValueError: empty separator
# TypeError: argument should be integer or bytes-like object, not 'str'
# TypeError: startswith first arg must be bytes or a tuple of bytes, not str
# ValueError: sep must be length 1.
# 'bytes' object does not support item assignment
# 'bytes' object doesn't support item deletion
# byte must be in range(0, 256)
# bytearray index out of range
