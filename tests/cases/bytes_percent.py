# `%` on bytes.
print(b"%d-%s" % (1, b"x"), b"%5.2f|%-5d|%05d|%x|%X|%c|%%" % (3.14159, 42, 42, 255, 255, 65))
print(b"%b" % b"raw", b"%a" % "é", b"%r" % [1], bytearray(b"%s") % b"q", b"%(k)d %(l)s" % {b"k": 5, b"l": b"\xff"})
print(b"%*d|%.2s" % (5, 3, b"abc"))
for template, values in [(b"%d", "x"), (b"%s", "x"), (b"%s", 5), (b"%d %d", (1,)), (b"x", 1), (b"%(a)d", 3)]:
    try:
        print(template % values)
    except TypeError as e:
        print(e)

# expect:
# b'1-x' b' 3.14|42   |00042|ff|FF|A|%'
# b'raw' b"'\\xe9'" b'[1]' bytearray(b'q') b'5 \xff'
# b'    3|ab'
# %d format: a real number is required, not str
# %b requires a bytes-like object, or an object that implements __bytes__, not 'str'
# %b requires a bytes-like object, or an object that implements __bytes__, not 'int'
# not enough arguments for format string
# not all arguments converted during bytes formatting
# format requires a mapping
