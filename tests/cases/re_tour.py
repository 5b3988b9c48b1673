import re
log = '2024-01-05 ERROR [db] Connection lost (code=42)\n2024-01-06 INFO [web] ok'
for m in re.finditer(r'(?P<date>\d{4}-\d\d-\d\d) (?P<lvl>\w+) \[(?P<mod>\w+)\] (?P<msg>.*)', log): print(m.groupdict(), m.span('lvl'), m.start(), m.lastgroup, m.lastindex)
print(re.sub(r'(\w+) (\w+)', r'\2 \1', 'hello world'), re.sub(r'\d+', lambda m: str(int(m[0]) * 2), 'a1b22'), re.split(r'[,;]\s*', 'a, b;c'), re.findall(r'(\w)(\d)', 'a1b2'), re.match(r'x', 'y'), re.fullmatch(r'\d+', '123')[0], re.escape('a.b*c'))
p = re.compile(r'''(?P<num>\d+(\.\d*)?)|(?P<op>[-+*/()])|(?P<ws>\s+)''', re.X)
print([(m.lastgroup, m[0]) for m in p.finditer('3 + 4.5*(2)')], p.groups, p.groupindex, p.flags)
print(re.search(r'(?i)HELLO', 'say hello').group(), re.findall(r'^\w+', 'a b\nc d', re.M), re.sub(r'\s+', ' ', ' a  b ').strip(), re.subn('a', 'b', 'aaa'), re.split(r'(\d)', 'a1b2c'), bool(re.match(r'^[\w.+-]+@[\w-]+\.[\w.]+$', 'a.b@c.co')))
print(re.findall(r'(?<=\$)\d+(?!\d|\.)', '$100 $20.5'), re.findall(r'\b\w{4}\b', 'this is some text'), re.search(r'(a+)(b*)', 'xaab').expand(r'<\1|\2>'), re.findall(r'(.)\1', 'aabbc'))
try: re.compile('(')
except re.error as e: print(e, e.pos)
print(re.match(r'(\d+)(?:px)?', '12px'), re.compile('a', re.I), re.sub('(?P<x>a)', r'[\g<x>]', 'banana', count=2), re.findall('', 'ab'))

# expect:
# {'date': '2024-01-05', 'lvl': 'ERROR', 'mod': 'db', 'msg': 'Connection lost (code=42)'} (11, 16) 0 msg 4
# {'date': '2024-01-06', 'lvl': 'INFO', 'mod': 'web', 'msg': 'ok'} (59, 63) 48 msg 4
# world hello a2b44 ['a', 'b', 'c'] [('a', '1'), ('b', '2')] None 123 a\.b\*c
# [('num', '3'), ('ws', ' '), ('op', '+'), ('ws', ' '), ('num', '4.5'), ('op', '*'), ('op', '('), ('num', '2'), ('op', ')')] 4 {'num': 1, 'op': 3, 'ws': 4} 96
# hello ['a', 'c'] a b ('bbb', 3) ['a', '1', 'b', '2', 'c'] True
# ['100'] ['this', 'some', 'text'] <aa|b> ['a', 'b']
# missing ), unterminated subpattern at position 0 0
# <re.Match object; span=(0, 4), match='12px'> re.compile('a', re.IGNORECASE) b[a]n[a]na ['', '', '']
