# What is a native iterator goes on after an exception.
m=map(int,['1','x','3']); print(next(m))
try: next(m)
except ValueError as e: print(e)
print(next(m))
try: next(m)
except StopIteration: print('stop')
it=iter([1,2])
print(list(map(lambda x: next(it), range(5))))
f=filter(lambda x: 1//x, [1,0,1]); print(next(f))
try: next(f)
except ZeroDivisionError: print('zde')
print(list(f))
import itertools
s=itertools.starmap(divmod,[(1,0),(5,2)])
try: next(s)
except ZeroDivisionError: print('zde')
print(next(s))
z=zip(map(int,['1','x','3']),'abc'); print(next(z))
try: next(z)
except ValueError: print('ve')
print(next(z))
t=itertools.takewhile(lambda x: 1/x>0,[1,0,2]); print(next(t))
try: next(t)
except ZeroDivisionError: print('zde')
print(list(t))
a=itertools.accumulate([1,'x',3]); print(next(a))
try: next(a)
except TypeError: print('te')
d=itertools.dropwhile(lambda x: 1/x>0,[1,0,2])
try: next(d)
except ZeroDivisionError: print('zde')
print(list(d))

# expect:
# 1
# invalid literal for int() with base 10: 'x'
# 3
# stop
# [1, 2]
# 1
# zde
# [1]
# zde
# (2, 1)
# (1, 'a')
# ve
# (3, 'b')
# 1
# zde
# [2]
# 1
# te
# zde
# []
