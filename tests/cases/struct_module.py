import struct
print(struct.pack("<IhB", 1, -2, 255), struct.pack(">d", 1.5), struct.pack("3sx?c", b"abcd", True, b"z"), struct.calcsize("bhilq"))
print(struct.unpack("<IhB", b"\x01\x00\x00\x00\xfe\xff\xff"), struct.unpack(">2H", b"\x00\x01\x00\x02"), struct.calcsize("=bhilq"))
print(struct.unpack("f", struct.pack("f", 0.1)), struct.pack("e", 1.5), struct.unpack("e", b"\x00\x3e"), struct.pack("5p", b"abc"))
buffer = bytearray(8)
struct.pack_into("!H", buffer, 2, 0xabcd)
print(buffer, struct.unpack_from("!H", buffer, 2), list(struct.iter_unpack("<H", b"\x01\x00\x02\x00")), struct.Struct("<i").size)
for call in (lambda: struct.pack("B", 256), lambda: struct.pack("I", -1), lambda: struct.pack("<I", "x"), lambda: struct.unpack("I", b"x"),
             lambda: struct.pack("2I", 1), lambda: struct.pack("z", 1), lambda: struct.pack("h", 40000), lambda: struct.pack("f", 1e39)):
    try:
        print(call())
    except (struct.error, OverflowError) as error:
        print(type(error).__name__, error)

# expect:
# b'\x01\x00\x00\x00\xfe\xff\xff' b'?\xf8\x00\x00\x00\x00\x00\x00' b'abc\x00\x01z' 24
# (1, -2, 255) (1, 2) 19
# (0.10000000149011612,) b'\x00>' (1.5,) b'\x03abc\x00'
# bytearray(b'\x00\x00\xab\xcd\x00\x00\x00\x00') (43981,) [(1,), (2,)] 4
# error ubyte format requires 0 <= number <= 255
# error argument out of range
# error required argument is not an integer
# error unpack requires a buffer of 4 bytes
# error pack expected 2 items for packing (got 1)
# error bad char in struct format
# error short format requires -32768 <= number <= 32767
# b'\x00\x00\x80\x7f'
