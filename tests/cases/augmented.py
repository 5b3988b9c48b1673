x = 10
x += 5
x -= 3
x *= 4
x //= 5
x **= 2
x %= 50
x <<= 3
x >>= 1
x |= 1
x &= 127
x ^= 5
print(x)
x /= 4
print(x)
xs = [1, 2, 3]
xs[1] += 10
xs[-1] *= 2
print(xs)
def idx():
    print('once')
    return 0
xs[idx()] += 1
print(xs)
s = 'a'
s += 'b'
s *= 3
print(s)
t = (1,)
t += (2,)
print(t)
# expect:
# 120
# 30.0
# [1, 12, 6]
# once
# [2, 12, 6]
# ababab
# (1, 2)
