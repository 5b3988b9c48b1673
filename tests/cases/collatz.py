def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps
best, at = 0, 0
for n in range(1, 300):
    c = collatz(n)
    if c > best:
        best, at = c, n
print(best, at)
# expect:
# 127 231
