print()
print(1, 2, 3, sep='-')
print('a', end='')
print('b', end='!\n')
print('x', 'y', sep='', end='\n\n')
print(sep='a')
print(None, True, 1.0, 'txt', [1, 'q'], (2,), sep=', ')
print('a', 'b', sep=None, end=None)
# expect:
#
# 1-2-3
# ab!
# xy
#
#
# None, True, 1.0, txt, [1, 'q'], (2,)
# a b
