s = 'hello'
print(s[0], s[-1], s[1:3], s[::-1], s[:2] + s[2:], s * 2, 0 * s, len(s))
print('a' < 'b', 'abc' < 'abd', 'Z' < 'a', '' < 'a', 'é' > 'z')
print('ell' in s, 'x' not in s, '' in s)
print("it's", 'say "hi"', 'both \' and "', 'tab\tnewline\\n')
print(repr("it's"), repr('say "hi"'), repr('both \' and "'), repr('a\n\t\r\\\x00\x7f'))
print(repr('é'), repr('\u200b'), repr('😀'), 'ü'[0], '😀é'[1], len('😀é'))
for c in 'añ😀':
    print(c)
print('a' 'b' "c", r'raw\n', '''triple
line''')
print(s.upper(), 'ABC'.lower(), '  x '.strip(), 'a,b,,c'.split(','), ' a  b '.split(), '-'.join(['x', 'y']))
print(s.startswith('he'), s.endswith('lo'), s.find('l'), s.find('z'), s.replace('l', 'L'), s.replace('l', 'L', 1))
print('x'.isdigit(), '12'.isdigit(), 'xxaxx'.strip('x'))
print(ord('a'), chr(98), ord('😀'), chr(128512))
t = ''
for i in range(5):
    t += str(i)
print(t)
print(s[10:], s[-100:2], s[4:1], s[::2], s[4:0:-2], s[None:None])
# expect:
# h o el olleh hello hellohello  5
# True True True True True
# True True True
# it's say "hi" both ' and " tab	newline\n
# "it's" 'say "hi"' 'both \' and "' 'a\n\t\r\\\x00\x7f'
# 'é' '\u200b' '😀' ü é 2
# a
# ñ
# 😀
# abc raw\n triple
# line
# HELLO abc x ['a', 'b', '', 'c'] ['a', 'b'] x-y
# True True 2 -1 heLLo heLlo
# False True a
# 97 b 128512 😀
# 01234
#  he  hlo ol hello
