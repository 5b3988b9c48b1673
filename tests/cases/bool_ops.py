def side(x):
    print('side', x)
    return x


print(side(0) and side(1), side(0) or side(2), side(3) and side(4), side(5) or side(6))
print(not 0, not 1, not '', not [], not [0], not None, not 0.0)
print(0 or '' or [] or 'last', 1 and 'a' and [1])
if side(1) and not side(0) or side(9):
    print('in')
if side(0) or side(0):
    print('out')
elif not side(0) and side(2):
    print('elif')
a = 1 if side(0) else 2
print(a, 'x' if a > 1 else 'y', (1 if a == 1 else 2 if a == 2 else 3))
print(True + True, True * 3, -True, sum([True, False, True]))
print(1 if 0 or 5 else 2, (0 or 1) and 3)
while side(0) or side(0):
    pass
else:
    print('done')
# expect:
# side 0
# side 0
# side 2
# side 3
# side 4
# side 5
# 0 2 4 5
# True False True True False True True
# last [1]
# side 1
# side 0
# in
# side 0
# side 0
# side 0
# side 2
# elif
# side 0
# 2 x 2
# 2 3 -1 2
# 1 3
# side 0
# side 0
# done
