def crunch(n):
    result = 0
    for i in range(n):
        result += i ** 2
    return result
print(crunch(1000), crunch(300) * 10 ** 20)
big = 3 * 10 ** 18
acc = 0
for i in range(10):
    acc += big
print(acc)
for i in range(9):
    acc -= big
print(acc, acc == big)
# expect:
# 332833500 895505000000000000000000000
# 30000000000000000000
# 3000000000000000000 True
