# Loops that turn often enough to be compiled, and what makes them leave their code.
def overflow(n):
    x = 1
    for i in range(n):
        x = x * 3 + 1
    return x


def squares(n):
    total = 0
    for i in range(n):
        total += i * i * 4_000_000_000_000
    return total


def back_and_forth(n):
    total = 9_223_372_036_854_775_000
    seen = []
    for i in range(n):
        if i % 50 < 25:
            total += 100
        else:
            total -= 100
        if i % 60 == 0:
            seen.append(total)
    return total, seen[-1]


def becomes_float(n):
    total = 0
    for i in range(n):
        if i == 70:
            total += 0.5
        else:
            total += 1
    return total


def mixed(n):
    a = 0
    b = 0.0
    flag = True
    for i in range(n):
        a += flag
        b += a / 4
        b = b - i // 3
        flag = not flag
        if b > i:
            b *= -0.5
        elif b == i:
            b = -b
    return a, b


def divides(n):
    out = []
    for i in range(n):
        try:
            out.append(100 // (i - 60))
        except ZeroDivisionError as error:
            out.append(str(error))
    return out[58:63], len(out)


def bits(n):
    total = 0
    for i in range(n):
        total ^= (i << 3) | (i & 5)
        total += ~i & 0xFF
        total -= i >> 1
        total += -i % 7 + i ** 2 % 11
        if i & 64:
            total += 1
        if not i & 3:
            total += 2
    return total


def shifts_out(n):
    x = 1
    for i in range(n):
        x = x << 1
    return x


def floats(n):
    nan = float("nan")
    less = equal = other = 0
    x = 0.25
    for i in range(n):
        y = nan if i % 3 == 0 else x
        if y < 1.0:
            less += 1
        if not y < 1.0:
            other += 1
        if y == y:
            equal += 1
        x = x * 1.25 % 3.0 + 7.5 // 2.0
        x = abs(-x) / 2.5 - 1.0
    return less, equal, other, round(x, 9)


def powers(n):
    total = 0.0
    for i in range(1, n):
        total += (i / n) ** 3 + 2.0 ** -i
    return round(total, 9)


def powers_out(n):
    x = 2.0
    i = 0
    try:
        while i < n:
            x = x ** 2
            i += 1
    except OverflowError as error:
        return i, str(error)


def least(n):
    low, high = 0, 0
    for i in range(n):
        d = (i * 37) % 101 - 50
        low = min(low, d)
        high = max(high, abs(d))
    return low, high


def exact(n):
    # Beyond 2 ** 53 an integer and a float that look alike differ.
    hits = 0
    x = float(2 ** 53)
    k = 2 ** 53 - 60
    for i in range(n):
        k += 1
        if k > x:
            hits += 1
    return hits


def absolute(n):
    x = -9_223_372_036_854_775_808 + n
    for i in range(n + 2):
        x -= 1
    return abs(x)


print(overflow(100))
print(squares(3000))
print(back_and_forth(200))
print(becomes_float(100))
print(mixed(150))
print(divides(100))
print(bits(300))
print(shifts_out(80))
print(floats(120))
print(powers(120))
print(powers_out(100))
print(least(150))
print(exact(200))
print(absolute(100))
# expect:
# 773066281098016996554691694648431909053161283001
# 35982002000000000000000
# (9223372036854775000, 9223372036854776900)
# 99.5
# (75, -2250.375)
# ([-50, -100, 'integer division or modulo by zero', 100, 50], 100)
# 15161
# 1208925819614629174706176
# (80, 80, 40, 0.4)
# 30.502083333
# (9, "(34, 'Numerical result out of range')")
# (-50, 50)
# 140
# 9223372036854775810
