a = {1, 2}
b = (x := 5)
d = b'bytes'
e = f'{a:>10}' + f'{a=}' + f'{a!a}'
f(*a, **b)
g, *h = [1, 2]
a.b = 5
i = a @ b
j = "\ud800"
k = (y for y in a)
