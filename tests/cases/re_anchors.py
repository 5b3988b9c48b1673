import re
print(re.findall(r"^\w", "ab\ncd", re.M), re.findall(r"\w$", "ab\ncd\n", re.M), re.findall(r"\A\w", "ab\ncd", re.M), re.search(r"b\Z", "ab\n"))
print([m.start() for m in re.finditer(r"\b", "hi you")], [m.start() for m in re.finditer(r"\B", "hi you")], re.findall(r"$", "a\n\n"))
print(re.match(r"^$", ""), re.match(r"\b", ""), re.match(r"\B", ""), re.findall("^", "a\nb\n", re.M))

# expect:
# ['a', 'c'] ['b', 'd'] ['a'] None
# [0, 2, 3, 6] [1, 4, 5] ['', '']
# <re.Match object; span=(0, 0), match=''> None None ['', '', '']
