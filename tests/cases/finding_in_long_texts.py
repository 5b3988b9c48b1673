"""Where parts stand in long texts that are not ASCII, from any character on and up to any."""
text = ''.join('aü€😀'[n * 7 % 4] * (n % 3 + 1) + ('\n' if n % 29 == 28 else '') for n in range(600))
lines = text.split('\n')
ends = [n for n, letter in enumerate(text) if letter == '\n']

at, found = 0, []
while (at := text.find('\n', at)) >= 0:
    found.append(at)
    at += 1
print(len(text), len(lines), found == ends)

at, found = len(text), []
while (at := text.rfind('\n', 0, at)) >= 0:
    found.insert(0, at)
print(found == ends)

# The first place between two characters, looked for one by one.
def first(part, start, end):
    places = (n for n in range(start, end - len(part) + 1) if text[n:n + len(part)] == part)
    return next(places, -1)

wrong = 0
for start in range(0, len(text), 37):
    for end in (start, start + 1, start + 130, len(text) - 1, len(text)):
        for part in ('\n', '😀', 'ü€'):
            wrong += text.find(part, start, end) != first(part, start, end)
            wrong += text.count(part, start, end) != text[start:end].count(part)
            wrong += text.startswith(part, start, end) != text[start:end].startswith(part)
            wrong += text.endswith(part, start, end) != text[start:end].endswith(part)
print(wrong)
print(text.find('ü', -5), text.find('ü', len(text) + 1), text.find('', len(text)), text.find('', len(text) + 1), text.index('€', 100))
print(text.find('a', None, -1), text.rfind('a', -9, None), text.find('\n', 10 ** 6), text[-3:], text[130:133])

import re
token = re.compile(r'(\n)|(😀+)|(.)')
def scanned(text):
    at, kinds = 0, []
    while match := token.match(text, at):
        kinds.append(match.lastindex)
        at = match.end()
    return at, kinds
again, kinds = scanned(text)
print(again, kinds.count(1), kinds.count(2), kinds.count(3))
for n in range(3):
    # It grows.
    text += '😀\n'
    print(scanned(text)[0], scanned(text)[1][-4:])

# expect:
# 1220 21 True
# True
# 0
# 1217 -1 1220 -1 100
# 0 1213 -1 üüü a😀😀
# 1220 20 150 900
# 1222 [3, 3, 2, 1]
# 1224 [2, 1, 2, 1]
# 1226 [2, 1, 2, 1]
