import string

print(string.ascii_lowercase, string.ascii_uppercase, string.digits, string.hexdigits, string.octdigits)
print(repr(string.punctuation), repr(string.whitespace), len(string.printable), string.ascii_letters[25:28])
print(string.capwords("hello  world of python"), string.capwords("a-b-c", "-"))
print("".join(c for c in "a1!b2?" if c not in string.punctuation), sum(c in string.digits for c in "a1b22"))
# expect:
# abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789 0123456789abcdefABCDEF 01234567
# '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~' ' \t\n\r\x0b\x0c' 100 zAB
# Hello World Of Python A-B-C
# a1b2 3
