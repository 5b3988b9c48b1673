import re
print(re.match(r"(<)?\w+(?(1)>|$)", "<ab>"), re.match(r"(<)?\w+(?(1)>|$)", "<ab"))
print(re.findall(r"\b(\w+) \1\b", "the the cat cat x"), re.match(r"(?P<q>['\"]).*?(?P=q)", "'a' 'b'"))
print(re.match(r"(?>a+)ab", "aaab"), re.match(r"a++b", "aaab"), re.match(r"(?:a|ab)(?:c|bcd)$", "abcd"))
print(re.match(r"(?:(a)|b)*", "ab").groups(), re.match(r"(a+?)(a*)", "aaa").groups())
print(re.findall(r"(ab){2,3}?", "abababab"), re.findall(r"(?:ab){2,}", "abababab"), re.match(r"a{,2}", "aaa"))

# expect:
# <re.Match object; span=(0, 4), match='<ab>'> None
# ['the', 'cat'] <re.Match object; span=(0, 3), match="'a'">
# None <re.Match object; span=(0, 4), match='aaab'> <re.Match object; span=(0, 4), match='abcd'>
# ('a',) ('a', 'aa')
# ['ab', 'ab'] ['abababab'] <re.Match object; span=(0, 2), match='aa'>
