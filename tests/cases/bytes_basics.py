# bytes and bytearray: how they are written, shown, indexed, sliced, joined.
b = b"abc\x00\xff\n\t\\'"
print(b, len(b), type(b).__name__)
print(b'it"s', b"it's", b"'\"", b"\r\x7f ~", rb"\n", b"a" b"b")
print(b[0], b[-1], b[1:3], b[::-1], b[::2], b[10:])
print(list(b"xyz"), [c for c in b"ab"], bytes([1, 2, 250]), bytes(3), bytes(), bytes(b"copy"))
print(b"ab" + b"cd", b"ab" * 3, 2 * b"x", b"" == bytes(), b"a" < b"b", b"a" == "a", b"ab" > b"aa")
print(98 in b"abc", b"bc" in b"abc", b"" in b"", b"x" not in b"abc")
print(bytes("héllo", "utf-8"), bytes("abc", encoding="ascii"), "é€😀".encode(), "é".encode("latin-1"))
print(b"h\xc3\xa9".decode(), b"\xe9".decode("latin-1"), str(b"\xc3\xa9", "utf-8"), str(b"x"))
print("hé".encode("ascii", "ignore"), "hé".encode("ascii", "replace"), "hé€".encode("ascii", "backslashreplace"))
print(b"a\xffb".decode(errors="replace"), b"a\xffb".decode("utf-8", "ignore"), b"a\xff".decode("ascii", "backslashreplace"))
print("aé".encode("utf-16"), "a😀".encode("utf-16-le"), "a".encode("utf-16-be"), "a".encode("utf-32-le"))
print(b"\xff\xfea\x00".decode("utf-16"), b"\x00a".decode("utf-16-be"), b"a\x00\x00\x00".decode("utf-32-le"))
print(b"\x01\xab".hex(), b"\x01\x02\x03\x04\x05".hex("-"), b"\x01\x02\x03\x04\x05".hex(":", 2), b"12345".hex(" ", -2))
print(bytes.fromhex("01 ab FF"), bytearray.fromhex("00ff"))
print({b"k": 1}[b"k"], hash(b"a") == hash(b"a"), len({b"a", b"a", b"b"}), {b"x": 1} == {b"x": 1})
print(int(b"42"), float(b"2.5"), ord(b"a"), bool(b""), bool(b"x"))
print(repr(bytearray(b"q'")), bytearray(3), bytearray([1, 2]), bytearray("é", "utf-8"))
print((300).to_bytes(2, "big"), (300).to_bytes(4, "little"), (-2).to_bytes(2, "big", signed=True), (5).to_bytes())
print(int.from_bytes(b"\x01\x2c", "big"), int.from_bytes(b"\x2c\x01", "little"), int.from_bytes(b"\xff\xfe", "big", signed=True))
print((2**70).to_bytes(10, "big"), int.from_bytes(b"\x40" + bytes(8), "big"), (0).to_bytes(0, "big"), int.from_bytes([1, 2]))
print((255).bit_length(), (0).bit_length(), (-256).bit_length(), (255).bit_count(), (2**80).bit_length(), True.bit_length())
print((3.0).is_integer(), (3.5).is_integer(), (0.75).as_integer_ratio(), (7).as_integer_ratio(), (1.5).hex(), (-0.1).hex())
for text in (b"%d", b"x"):
    print(isinstance(text, bytes), isinstance(text, bytearray), isinstance(bytearray(text), bytes))
print(sorted([b"b", b"a", b"ab"]), max(b"abc"), sum(b"\x01\x02"), list(reversed(b"ab")), list(enumerate(b"a")))
print(b"a,b,,c".split(b","), b" a  b ".split(), b"a b c".split(None, 1), b"a,b,c".split(b",", 1), b"l1\nl2\r\nl3".splitlines())
print(b", ".join([b"a", bytearray(b"b")]), b"aXbX".replace(b"X", b"--"), b"aaa".replace(b"a", b"b", 2), b"ab".replace(b"", b"."))
print(b"  x ".strip(), b"xxaxx".strip(b"x"), b" x".lstrip(), b"x ".rstrip(), b"Ab".upper(), b"Ab".lower())
print(b"hello".find(b"l"), b"hello".rfind(b"l"), b"hello".find(b"z"), b"hello".index(b"e"), b"hello".find(b"l", 3), b"hello".find(104))
print(b"hello".count(b"l"), b"hello".startswith(b"he"), b"hello".endswith((b"x", b"lo")), b"aaaa".count(b"aa"), b"ab".count(b""))
print(b"a=b=c".partition(b"="), b"a=b=c".rpartition(b"="), b"abc".partition(b"-"))
print(b"123".isdigit(), b"abc".isalpha(), b"a1".isalnum(), b" \n".isspace(), b"".isdigit())
match b"abc":
    case b"abc":
        print("matched")
x = b"in a loop"
total = 0
for byte in x:
    total += byte
print(total)
print(f"{b'f'} {b'g'!r}", "%s" % b"h", "{}".format(b"i"))
try:
    b"\xff".decode()
except UnicodeDecodeError as problem:
    print(problem.encoding, problem.object, problem.start, problem.end, problem.reason)
print(..., type(...).__name__, Ellipsis is ..., [...])

# expect:
# b"abc\x00\xff\n\t\\'" 9 bytes
# b'it"s' b"it's" b'\'"' b'\r\x7f ~' b'\\n' b'ab'
# 97 39 b'bc' b"'\\\t\n\xff\x00cba" b"ac\xff\t'" b''
# [120, 121, 122] [97, 98] b'\x01\x02\xfa' b'\x00\x00\x00' b'' b'copy'
# b'abcd' b'ababab' b'xx' True True False True
# True True True True
# b'h\xc3\xa9llo' b'abc' b'\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80' b'\xe9'
# hé é é b'x'
# b'h' b'h?' b'h\\xe9\\u20ac'
# a�b ab a\xff
# b'\xff\xfea\x00\xe9\x00' b'a\x00=\xd8\x00\xde' b'\x00a' b'a\x00\x00\x00'
# a a a
# 01ab 01-02-03-04-05 01:0203:0405 3132 3334 35
# b'\x01\xab\xff' bytearray(b'\x00\xff')
# 1 True 2 True
# 42 2.5 97 False True
# bytearray(b"q\'") bytearray(b'\x00\x00\x00') bytearray(b'\x01\x02') bytearray(b'\xc3\xa9')
# b'\x01,' b',\x01\x00\x00' b'\xff\xfe' b'\x05'
# 300 300 -2
# b'\x00@\x00\x00\x00\x00\x00\x00\x00\x00' 1180591620717411303424 b'' 258
# 8 0 9 8 81 1
# True False (3, 4) (7, 1) 0x1.8000000000000p+0 -0x1.999999999999ap-4
# True False False
# True False False
# [b'a', b'ab', b'b'] 99 3 [98, 97] [(0, 97)]
# [b'a', b'b', b'', b'c'] [b'a', b'b'] [b'a', b'b c'] [b'a', b'b,c'] [b'l1', b'l2', b'l3']
# b'a, b' b'a--b--' b'bba' b'.a.b.'
# b'x' b'a' b'x' b'x' b'AB' b'ab'
# 2 3 -1 1 3 0
# 2 True True 2 3
# (b'a', b'=', b'b=c') (b'a=b', b'=', b'c') (b'abc', b'', b'')
# True True True True False
# matched
# 818
# b'f' b'g' b'h' b'i'
# utf-8 b'\xff' 0 1 invalid start byte
# Ellipsis ellipsis True [Ellipsis]
