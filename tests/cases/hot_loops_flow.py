# Loops that turn often: how the flow goes through them and out of them.
def break_and_else(n, at):
    for i in range(n):
        if i == at:
            break
    else:
        return "all", i
    return "broken", i


def continues(n):
    total = 0
    i = 0
    while i < n:
        i += 1
        if i % 3 == 0:
            continue
        total += i
    else:
        total += 1000
    return total


def nested(n):
    count = 0
    for i in range(n):
        for j in range(i, n, 3):
            if j == i + 90:
                break
            for k in range(2):
                count += k
        else:
            count += 1
    return count, i, j, k


def unbound(n):
    for i in range(n):
        if i == 80:
            late = 5
        if i == 85:
            del late
        if i == 90:
            try:
                print(late)
            except UnboundLocalError as error:
                print(error)
    return i


def empty_ranges(n):
    total = 0
    for i in range(n):
        for j in range(5, i % 7):
            total += j
        for j in range(i % 5, -3, -2):
            total += j
        for j in range(0, i, 1 + i % 4):
            total += 1
    return total


def bad_step(n):
    total = 0
    try:
        for i in range(n):
            for j in range(0, 10, 70 - i):
                total += j
    except ValueError as error:
        return total, i, str(error)


def handled(n):
    total = 0
    for i in range(n):
        try:
            if i % 40 == 39:
                raise KeyError(i)
            total += i
        except KeyError as error:
            total += error.args[0] * 1000
        finally:
            total += 1
    return total


def swaps(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def rotates(n):
    a, b, c = 1, 2.5, True
    for _ in range(n):
        a, b, c = b, c, a
    return a, b, c


def conditional(n):
    total = 0
    for i in range(n):
        step = 1 if i & 1 else -2
        low = i > 10 and i < 100
        if low or step > 0:
            total += step
        total = total + (3 if not low else i)
    return total


def with_none(n):
    last = None
    changes = 0
    for i in range(n):
        if last is None:
            changes += 1
            last = i
        elif i - last > 10:
            last = None
        if last is not None and last == i:
            changes += 100
    return changes, last


def counts(n):
    for i in range(n):
        yield i * 2
        if i % 50 == 0:
            yield -i


def generates(n):
    total = 0
    for value in counts(n):
        total += value
    return total


def one_iterator(n):
    both = iter(range(n))
    pairs = 0
    for a in both:
        for b in both:
            pairs += a * b
            break
    return pairs


total = 0
limit = 200
for number in range(limit):
    total += number
    if number == 150:
        limit = 3.5
print(total, number, limit)


def adds_to_global(n):
    global total
    for i in range(n):
        total += i
        if i == 77:
            total = total + 0.25


def hides(n):
    global len
    found = 0
    for i in range(n):
        found += len("abc")
        if i == 100:
            len = lambda text: 50
    del len
    return found


adds_to_global(120)
print(total)
print(hides(103))
print(break_and_else(100, 77), break_and_else(100, 200))
print(continues(200))
print(nested(120))
print(unbound(100))
print(empty_ranges(150))
print(bad_step(100))
print(handled(200))
print(swaps(150))
print(rotates(100))
print(conditional(300))
print(with_none(300))
print(generates(200))
print(one_iterator(201))
# expect:
# 19900 199 3.5
# 27040.25
# 403
# ('broken', 77) ('all', 99)
# 14467
# (2385, 119, 119, 1)
# cannot access local variable 'late' where it is not associated with a value
# 99
# 6139
# (130, 70, 'range() arg 3 must not be zero')
# 614505
# 9969216677189303386214405760200
# (2.5, True, 1)
# 5590
# (2525, None)
# 39500
# 1323300
