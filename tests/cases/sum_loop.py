def crunch(n):
    result = 0
    for i in range(n):
        result += i * i
    return result


print(crunch(1000))
print(crunch(10))
# expect:
# 332833500
# 285
