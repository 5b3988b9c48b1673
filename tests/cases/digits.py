def digits(n):
    total = 0
    while n:
        n, d = divmod(n, 10)
        total += d
    return total
print(digits(2 ** 200), digits(12345))
print(str(2 ** 200)[::-1])
# expect:
# 256 15
# 6731035382972873992022252062611432902691455720998524408396061
