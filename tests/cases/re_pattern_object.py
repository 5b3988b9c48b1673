import re
p = re.compile(r"a(?P<x>.)c", re.I | re.S)
print(p, p.flags, p.pattern, p.groups, dict(p.groupindex), p.match("A\nC"), p.findall("abc AXC a\nc"))
print(p == re.compile(r"a(?P<x>.)c", re.I | re.S), p == re.compile("a"), len({p, re.compile(r"a(?P<x>.)c", re.I | re.S)}))
print(re.compile("a").search("bab", 2), re.compile("^b").match("ab", 1), re.compile("a$").search("aab", 0, 2))
print(re.compile("b").match("ab", 1), re.compile("a+").fullmatch("aab", 0, 2), re.escape("a.b*c[d] e-f_g/h"))

# expect:
# re.compile('a(?P<x>.)c', re.IGNORECASE|re.DOTALL) 50 a(?P<x>.)c 1 {'x': 1} <re.Match object; span=(0, 3), match='A\nC'> ['b', 'X', '\n']
# True False 1
# None None <re.Match object; span=(1, 2), match='a'>
# <re.Match object; span=(1, 2), match='b'> <re.Match object; span=(0, 2), match='aa'> a\.b\*c\[d\]\ e\-f_g/h
