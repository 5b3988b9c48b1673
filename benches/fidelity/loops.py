# Single loops: nanoseconds a turn, each of the fastest of nine times.

from time import perf_counter

TURNS = 200_000


def counting_down():
    n = TURNS
    while n > 0:
        n -= 1


def counting_up():
    i = 0
    while i < TURNS:
        i += 1


def clearing_by_while():
    flags = [True] * TURNS
    i = 0
    while i < TURNS:
        flags[i] = False
        i += 1


def clearing_by_for():
    flags = [True] * TURNS
    for i in range(TURNS):
        flags[i] = False


def nothing():
    for _ in range(TURNS):
        pass


def nothing_in_short_ranges():
    for _ in range(TURNS // 200):
        for _ in range(200):
            pass


def adding_one():
    count = 0
    for _ in range(TURNS):
        count += 1


def adding_one_in_short_ranges():
    for _ in range(TURNS // 200):
        count = 0
        for _ in range(200):
            count += 1


def adding_up():
    total = 0
    for i in range(TURNS):
        total += i


def comparing():
    for i in range(TURNS):
        if i > 5:
            pass


def dividing():
    for i in range(TURNS):
        if i % 3 == 0:
            pass


def adding_floats():
    total = 0.0
    for _ in range(TURNS):
        total += 0.5


def squares():
    result = 0
    for i in range(TURNS):
        result += i ** 2


LOOPS = [
    counting_down, counting_up, clearing_by_while, clearing_by_for, nothing, nothing_in_short_ranges, adding_one,
    adding_one_in_short_ranges, adding_up, comparing, dividing, adding_floats, squares,
]

if __name__ == '__main__':
    for loop in LOOPS:
        times = []
        for _ in range(9):
            start = perf_counter()
            loop()
            times.append(perf_counter() - start)
        print(f"{loop.__name__.replace('_', ' ')}: {min(times) / TURNS * 1e9}")
