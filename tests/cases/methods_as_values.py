xs = [1]
add = xs.append
add(2)
add(3)
print(xs)
list.append(xs, 4)
print(xs, str.upper('abc'), ''.join(['a', 'b']))
f = str.lower
print(f('ABC'))
push = [].append
push(1)
# expect:
# [1, 2, 3]
# [1, 2, 3, 4] ABC ab
# abc
