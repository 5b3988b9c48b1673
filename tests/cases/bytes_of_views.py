# What methods of bytes take: views, arrays, objects with `__index__` or `__bytes__`; what is white space to them.
from array import array

class At:
    def __init__(self, number):
        self.number = number

    def __index__(self):
        return self.number

class Named:
    def __bytes__(self):
        return b"named"

for part in (memoryview(b"ab"), array("B", b"ab"), bytearray(b"ab")):
    print(b",".join([part, part]), b"xabx".split(part), b"xabx".find(part), b"xabx".strip(part), part in b"xabx", b"ba" in b"ab")
    print(b"xabx".replace(part, b"z"), b"x" + part, b"xabx".count(part), b"%b %s" % (part, part))
    made = bytearray(b"x")
    made += part
    made.extend(part)
    made[0:1] = part
    print(made)
print(bytes([At(5), 6]), bytearray([At(5), 6]), bytes(At(3)))
made = bytearray(b"abc")
made[0] = At(65)
made.append(At(66))
made.insert(0, At(67))
made.extend([At(68)])
made[1:2] = [At(69)]
print(made, made.find(At(66)), made.count(At(66)), made.index(At(66)), At(66) in made)
for wrong in ([At(500)], [At(5), "x"]):
    try:
        bytearray(wrong)
    except (TypeError, ValueError) as problem:
        print(problem)
print(b"%b|%s" % (Named(), Named()), b"%(a)b-%(a)s" % {b"a": b"x"}, b"%d %x" % (At(5), At(15)))
print(b"%%b", b"%%b %b" % b"x", b"%r %a" % ("\xe9", "\xe9"), b"%(b)b %%r" % {b"b": b"r"})
print(b"abc".hex(b":"), b"abc".hex("-", 2))
for separator in ("", "\xe9", b"\xff", b"ab", 5):
    try:
        print(b"abc".hex(separator))
    except (TypeError, ValueError) as problem:
        print(problem)
print(bytes.fromhex("1a\x0b2b\n\t30"), b" a  b   ".split(None, 1), b"  a  b ".rsplit(None, 1), b"a b  ".split(None, 0))
print(b"\t\n\x0b\x0c\r\x1c\x1d".split(), b"\x1c a \x1f".rsplit(), b"a\x0bb".split())

# expect:
# b'ab,ab' [b'x', b'x'] 1 b'xabx' True False
# b'xzx' b'xab' 1 b'ab ab'
# bytearray(b'ababab')
# b'ab,ab' [b'x', b'x'] 1 b'xabx' True False
# b'xzx' b'xab' 1 b'ab ab'
# bytearray(b'ababab')
# b'ab,ab' [b'x', b'x'] 1 b'xabx' True False
# b'xzx' b'xab' 1 b'ab ab'
# bytearray(b'ababab')
# b'\x05\x06' bytearray(b'\x05\x06') b'\x00\x00\x00'
# bytearray(b'CEbcBD') 4 1 4 True
# byte must be in range(0, 256)
# 'str' object cannot be interpreted as an integer
# b'named|named' b'x-x' b'5 f'
# b'%%b' b'%b x' b"'\\xe9' '\\xe9'" b'r %r'
# 61:62:63 61-6263
# sep must be length 1.
# sep must be ASCII.
# sep must be ASCII.
# sep must be length 1.
# object of type 'int' has no len()
# b'\x1a+0' [b'a', b'b   '] [b'  a', b'b'] [b'a b  ']
# [b'\x1c\x1d'] [b'\x1c', b'a', b'\x1f'] [b'a', b'b']
