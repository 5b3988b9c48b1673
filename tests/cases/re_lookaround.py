import re
print(re.findall(r"(?<!\d)\d{2}(?!\d)", "1 22 333 44"), re.findall(r"\w+(?=:)", "a:b cd:e"))
print(re.search(r"(?<=abc)def", "abcdef"), re.search(r"(?<=-)\w+", "spam-egg"))
print(re.sub(r"(?<=\d)(?=(\d{3})+$)", ",", "1234567"))
print(re.match(r"(?=(\w+))\1:", "abc:"), re.match(r"(?!foo)\w+", "bar"), re.match(r"(?!foo)\w+", "foobar"))

# expect:
# ['22', '44'] ['a', 'cd']
# <re.Match object; span=(3, 6), match='def'> <re.Match object; span=(5, 8), match='egg'>
# 1,234,567
# <re.Match object; span=(0, 4), match='abc:'> <re.Match object; span=(0, 3), match='bar'> None
