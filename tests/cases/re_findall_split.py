import re
print(re.findall(r"\d+", "1 22 333"), re.findall(r"(\w)(\d)?", "a1 b"), re.findall(r"(a)|b", "ab"))
print(re.split(r"[,;]\s*", "a, b;c,d"), re.split(r"(-)", "a-b-c"), re.split(r"\b", "hi there"))
print(re.split("x*", "axbc"), re.split(",", "a,b,c", maxsplit=1))
print([m.span() for m in re.finditer("a*", "baac")])
print(re.findall("^.*$", "a\nb\n", re.M), re.findall("$", "a\n"), re.findall(r"\Z", "a\n"))

# expect:
# ['1', '22', '333'] [('a', '1'), ('b', '')] ['a', '']
# ['a', 'b', 'c', 'd'] ['a', '-', 'b', '-', 'c'] ['', 'hi', ' ', 'there', '']
# ['', 'a', '', 'b', 'c', ''] ['a', 'b,c']
# [(0, 0), (1, 3), (3, 3), (4, 4)]
# ['a', 'b', ''] ['', ''] ['']
