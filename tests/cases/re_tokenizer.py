import re
from collections import namedtuple
Token = namedtuple("Token", "kind text column")
PARTS = [("number", r"\d+(?:\.\d*)?"), ("assign", r":="), ("end", r";"), ("name", r"[A-Za-z]+"), ("op", r"[+\-*/]"),
         ("line", r"\n"), ("skip", r"[ \t]+"), ("bad", r".")]
whole = re.compile("|".join("(?P<%s>%s)" % pair for pair in PARTS))
start = 0
for m in whole.finditer("x := 3.5 * y;\nz := x ? 2;"):
    if m.lastgroup == "line":
        start = m.end()
    elif m.lastgroup != "skip":
        print(Token(m.lastgroup, m.group(), m.start() - start))

# expect:
# Token(kind='name', text='x', column=0)
# Token(kind='assign', text=':=', column=2)
# Token(kind='number', text='3.5', column=5)
# Token(kind='op', text='*', column=9)
# Token(kind='name', text='y', column=11)
# Token(kind='end', text=';', column=12)
# Token(kind='name', text='z', column=0)
# Token(kind='assign', text=':=', column=2)
# Token(kind='name', text='x', column=5)
# Token(kind='bad', text='?', column=7)
# Token(kind='number', text='2', column=9)
# Token(kind='end', text=';', column=10)
