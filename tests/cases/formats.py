x, n, name = 1234567.891, 42, "bob"
print(f"{x:,.2f}|{name:.<10}|{n:>8}|{n:<5}|{n:^7}|{n:05d}|{n:+}|{n:x}|{n:#b}|{n!r:>4}")
print(f"{x:e}|{x:g}|{0.25:.0%}|{1/3:.3f}|{n:,}|{10**10:_}|{'é':>3}|{name!r}|{n=}|{x:10.1f}|")
w = 6
print(f"{n:{w}}|{n:>{w}.1f}|{True:d}|{-5:06}|{name:*^9}|{1e10:g}|{0.1:.10g}|{5.0:g}|{3.0}|{12345.678:.3}")
print("%d %5d|%-5d|%05d %s %r %.2f %x %% %c" % (1, 2, 3, 4, "s", "r", 2.5, 255, "c"))
print("%s" % 5, "%(a)s" % {"a": 1}, "%5s|%-5s|" % ("a", "b"))
print("{} {1} {0}".format(1, 2) if False else "{} {}".format(1, 2), "{1} {0}".format(1, 2), "{a:>4}{b}".format(a=1, b=2), "{{}}".format())
print(format(3.14159, ".2f"), format(5), format("a", ">3"), "abc".center(9, "-"), "7".zfill(3), "a".ljust(3) + "|", "a".rjust(3))
print("Hello World".swapcase(), "hello world".title(), "hello".capitalize(), "a,b,c".partition(","), "a b c".rsplit if False else "x", "abcabc".count("bc"), "abc".index("c"), "abcabc".rfind("b"))
print("  x ".lstrip() + "|", "  x ".rstrip() + "|", "a\nb\n".splitlines(), "abc".isalpha(), "ab1".isalnum(), " ".isspace(), "ABC".isupper(), "a b  c".split(None, 1), "a,b,c".split(",", 1), "abc".startswith(("x", "a")))
for bad in ["{:d}", "{:q}"]:
    try:
        bad.format("text")
    except ValueError as e:
        print(e)

# expect:
# 1,234,567.89|bob.......|      42|42   |  42   |00042|+42|2a|0b101010|  42
# 1.234568e+06|1.23457e+06|25%|0.333|42|10_000_000_000|  é|'bob'|n=42| 1234567.9|
#     42|  42.0|1|-00005|***bob***|1e+10|0.1|5|3.0|1.23e+04
# 1     2|3    |00004 s 'r' 2.50 ff % c
# 5 1     a|b    |
# 1 2 2 1    12 {}
# 3.14 5   a ---abc--- 007 a  |   a
# hELLO wORLD Hello World Hello ('a', ',', 'b,c') x 2 2 4
# x |   x| ['a', 'b'] True True True True ['a', 'b  c'] ['a', 'b,c'] True
# Unknown format code 'd' for object of type 'str'
# Unknown format code 'q' for object of type 'str'
