# Functions that call themselves often: numbers in registers, and what does not stay as it was.


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


print(fib(15), fib(20))
print(fib(True), fib(12.0), fib(11))


# Results outgrow 64 bits deep inside, and come back as they are.
def power(base, n):
    if n == 0:
        return 1
    return base * power(base, n - 1)


for n in range(5):
    print([power(k, n) for k in range(6)])
print(power(3, 30), power(3, 45), power(-7, 60))
print(power(2.5, 20), power(0.5, 3))


# Arguments that outgrow them.
def doubled(n, times):
    if times == 0:
        return n
    return doubled(n + n, times - 1)


for times in range(0, 80, 9):
    print(doubled(3, times))


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


print(ackermann(2, 9), ackermann(1, 50))


def tak(x, y, z):
    if y >= x:
        return z
    return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y))


print(tak(9, 5, 2), tak(9.5, 5.0, 2.0))


# A result that is now an integer, now a float, now a truth, now None.
def odd_kind(n):
    if n <= 0:
        return None if n % 2 else 0
    inner = odd_kind(n - 1)
    if n % 7 == 3:
        return n / 2
    if n % 5 == 4:
        return n > 3
    if n % 11 == 10:
        return None
    return n if inner is None else n + inner


print([odd_kind(n) for n in range(40)])
print(odd_kind(300), odd_kind(302))


def is_even(n):
    if n == 0:
        return True
    return is_odd(n - 1)


def is_odd(n):
    if n == 0:
        return False
    return is_even(n - 1)


print([is_even(n) for n in range(50)].count(True), is_odd(333), is_even(400))


def gcd(a, b):
    return a if b == 0 else gcd(b, a % b)


print([gcd(a, 360) for a in range(1, 70)])
print(gcd(2**80, 2**70 * 3), gcd(48.0, 18.0))


# Loops within, whose range waits.
def paths(width, left):
    if left == 0:
        return 1
    total = 0
    for step in range(1, width):
        for more in range(step):
            total += paths(width - 1, left - 1) + more
    return total


print([paths(4, n) for n in range(4)], paths(5, 5))


def collatz(n, steps):
    while n % 2 == 0:
        n //= 2
        steps += 1
    if n == 1:
        return steps
    return collatz(3 * n + 1, steps + 1)


print(max(collatz(n, 0) for n in range(1, 300)), sum(collatz(n, 0) for n in range(1, 300)))


# Division by zero, deep inside.
def quotient(n, by):
    if n == 0:
        return 100 // by
    return quotient(n - 1, by - 1) + 1


found = []
for by in range(60, 0, -1):
    try:
        found.append(quotient(30, by))
    except ZeroDivisionError as error:
        print(error, by)
print(found)
# expect:
# 610 6765
# True 144.0 89
# [1, 1, 1, 1, 1, 1]
# [0, 1, 2, 3, 4, 5]
# [0, 1, 4, 9, 16, 25]
# [0, 1, 8, 27, 64, 125]
# [0, 1, 16, 81, 256, 625]
# 205891132094649 2954312706550833698643 508021860739623365322188197652216501772434524836001
# 90949470.17729282 0.125
# 3
# 1536
# 786432
# 402653184
# 206158430208
# 105553116266496
# 54043195528445952
# 27670116110564327424
# 14167099448608935641088
# 21 52
# 3 5.0
# [0, 1, 3, 1.5, True, 6, 12, 19, 27, True, 5.0, 16.0, 28.0, 41.0, True, 16, 32, 8.5, 26.5, True, 21, None, 22, 45, 12.0, 37.0, 63.0, 90.0, 118.0, True, 31, 15.5, None, 33, True, 36, 72, 109, 19.0, True]
# 301 904
# 25 True True
# [1, 2, 3, 4, 5, 6, 1, 8, 9, 10, 1, 12, 1, 2, 15, 8, 1, 18, 1, 20, 3, 2, 1, 24, 5, 2, 9, 4, 1, 30, 1, 8, 3, 2, 5, 36, 1, 2, 3, 40, 1, 6, 1, 4, 45, 2, 1, 24, 1, 10, 3, 4, 1, 18, 5, 8, 3, 2, 1, 60, 1, 2, 9, 8, 5, 6, 1, 4, 3]
# 1180591620717411303424 6.0
# [1, 10, 28, 28] 110
# 127 14151
# integer division or modulo by zero 30
# [33, 33, 33, 33, 33, 34, 34, 34, 34, 34, 35, 35, 35, 35, 36, 36, 37, 37, 38, 39, 40, 41, 42, 44, 46, 50, 55, 63, 80, 130, -70, -20, -4, 5, 10, 13, 15, 17, 18, 20, 20, 21, 22, 22, 23, 23, 24, 24, 24, 25, 25, 25, 25, 25, 26, 26, 26, 26, 26]
