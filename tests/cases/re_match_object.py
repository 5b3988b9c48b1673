import re
m = re.search(r"(?P<year>\d{4})-(?P<month>\d\d)(x)?", "on 2024-05-06")
print(m, m.group(), m["year"], m.groupdict(), m.span("month"))
print(m.start(), m.end(2), m.lastindex, m.lastgroup, m.pos, m.endpos, m.string)
print(m.groups(), m.groups("none"), m.group(1, 2), m.regs, m.expand(r"\2/\g<year>"))
print(isinstance(m, re.Match), type(m.re), m.re.pattern)

# expect:
# <re.Match object; span=(3, 10), match='2024-05'> 2024-05 2024 {'year': '2024', 'month': '05'} (8, 10)
# 3 10 2 month 0 13 on 2024-05-06
# ('2024', '05', None) ('2024', '05', 'none') ('2024', '05') ((3, 10), (3, 7), (8, 10), (-1, -1)) 05/2024
# True <class 're.Pattern'> (?P<year>\d{4})-(?P<month>\d\d)(x)?
