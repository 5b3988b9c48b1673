import re
print(re.I | re.M, repr(re.X), re.compile("x").flags, re.compile("a.c", re.I | re.S))
print(re.match("(?i)AB", "ab"), re.match("(?i:a)B", "AB"), re.match("(?i:a)b", "AB"))
print(re.findall(r"""(?x) \d+  # digits
    [a-z]  # a letter""", "1a 22b 3"))
print(re.match("a.b", "a\nb"), re.match("(?s)a.b", "a\nb"), re.findall(r"(?m)^\w", "a\nb"))
print(re.findall(r"\w+", "naïve"), re.findall(r"(?a)\w+", "naïve"), re.fullmatch("straße", "STRASSE", re.I))
print(re.match("É", "é", re.I), re.match("s", "ſ", re.I), re.match("[a-z]", "K", re.I))

# expect:
# re.IGNORECASE|re.MULTILINE re.VERBOSE 32 re.compile('a.c', re.IGNORECASE|re.DOTALL)
# <re.Match object; span=(0, 2), match='ab'> <re.Match object; span=(0, 2), match='AB'> None
# ['1a', '22b']
# None <re.Match object; span=(0, 3), match='a\nb'> ['a', 'b']
# ['naïve'] ['na', 've'] None
# <re.Match object; span=(0, 1), match='é'> <re.Match object; span=(0, 1), match='ſ'> <re.Match object; span=(0, 1), match='K'>
