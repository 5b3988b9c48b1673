for i in range(5):
    if i == 1:
        continue
    if i == 3:
        break
    print(i)
else:
    print('no break')
for i in range(3):
    pass
else:
    print('else', i)
n = 0
while True:
    n += 1
    if n % 2:
        continue
    if n > 6:
        break
print(n)
while n > 0:
    n -= 3
else:
    print('while else', n)
for i in range(3):
    for j in range(3):
        if j == 2:
            break
        if i == 1:
            continue
        print(i, j)
def early(xs):
    for x in xs:
        for y in 'ab':
            if x > 1:
                return x, y
    return None
print(early([0, 1, 2, 3]), early([]))
def const_return(xs):
    for x in xs:
        if x:
            return 'found'
print(const_return([0, 1]), const_return([0]))
while False:
    print('never')
if 0:
    print('never')
elif 1:
    print('always')
for x in []:
    pass
else:
    print('empty')
# expect:
# 0
# 2
# else 2
# 8
# while else -1
# 0 0
# 0 1
# 2 0
# 2 1
# (2, 'a') None
# found None
# always
# empty
