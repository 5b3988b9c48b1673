def note(x):
    print('note', x)
    return x


print(note(1) < note(2) < note(3))
print(note(1) > note(2) > note(3))
if note(5) < note(6) < note(2):
    print('yes')
else:
    print('no')
if not (1 < note(2) <= 2):
    print('never')
x = 5
while 0 < x < 10:
    x += 2
print(x)
print(1 < 2 in [2, 3], 'a' in 'abc' in ['abc'])
# expect:
# note 1
# note 2
# note 3
# True
# note 1
# note 2
# False
# note 5
# note 6
# note 2
# no
# note 2
# 11
# True True
