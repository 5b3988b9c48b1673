import base64, binascii
data = bytes(range(0, 256, 7)) + b"text?>"
print(base64.b64encode(b"hello"), base64.b64encode(data), base64.b64decode(base64.b64encode(data)) == data)
print(base64.urlsafe_b64encode(b"\xfb\xff\xfe"), base64.urlsafe_b64decode("-__-"), base64.b64decode("aGk="), base64.b64decode(b"aG k\n="))
print(base64.b32encode(b"hello!"), base64.b32decode(b"NBSWY3DPEE======"), base64.b16encode(b"\x01\xfe"), base64.b16decode("01FE"))
print(base64.b85encode(b"hello world"), base64.b85decode(base64.b85encode(data)) == data, base64.encodebytes(b"x" * 60))
print(binascii.hexlify(b"\x00\xff"), binascii.unhexlify("00ff"), binascii.crc32(b"hello"), binascii.b2a_base64(b"hi"))
for call in (lambda: base64.b64decode("a"), lambda: base64.b64decode("abc"), lambda: binascii.unhexlify("abc"), lambda: binascii.unhexlify("zz"),
             lambda: base64.b64encode("text"), lambda: base64.b16decode("0g"), lambda: base64.b64decode("é")):
    try:
        print(call())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)

# expect:
# b'aGVsbG8=' b'AAcOFRwjKjE4P0ZNVFtiaXB3foWMk5qhqK+2vcTL0tng5+71/HRleHQ/Pg==' True
# b'-__-' b'\xfb\xff\xfe' b'hi' b'hi'
# b'NBSWY3DPEE======' b'hello!' b'01FE' b'\x01\xfe'
# b'Xk~0{Zy<MXa%^M' True b'eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4\neHh4\n'
# b'00ff' b'\x00\xff' 907060870 b'aGk=\n'
# Error Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4
# Error Incorrect padding
# Error Odd-length string
# Error Non-hexadecimal digit found
# TypeError a bytes-like object is required, not 'str'
# Error Non-base16 digit found
# ValueError string argument should contain only ASCII characters
