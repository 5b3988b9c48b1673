# Small programs in pure Python, each the fastest of five times: milliseconds.

from collections import Counter
from functools import reduce
from hashlib import sha256
from heapq import heappop, heappush
from itertools import permutations
from time import perf_counter
import json
import math
import random


def power():
    result = 0
    for i in range(200_000):
        result += i ** 2


def product():
    result = 0
    for i in range(200_000):
        result += i * i


def fib(n=21):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def sieve(n=200_000):
    is_prime = [True] * (n + 1)
    for i in range(2, int(n ** 0.5) + 1):
        if is_prime[i]:
            for j in range(i * i, n + 1, i):
                is_prime[j] = False
    return sum(is_prime)


def nested_loops(n=400):
    count = 0
    for i in range(n):
        for j in range(n):
            count += 1


def trial_division():
    def is_prime(number):
        if number < 2:
            return False
        for divisor in range(2, int(math.sqrt(number)) + 1):
            if number % divisor == 0:
                return False
        return True
    return sum(1 for number in range(4_000) if is_prime(number))


def countdown(n=500_000):
    while n > 0:
        n -= 1


def sum_of_squares():
    return sum(i * i for i in range(200_000))


def comprehension():
    return [i * 2 for i in range(200_000) if i % 3 == 0]


def counting_in_a_dict():
    counts = {}
    for i in range(100_000):
        counts[i % 100] = counts.get(i % 100, 0) + 1


def joining():
    return ','.join(str(i) for i in range(100_000))


def counting_words():
    text = 'the quick brown fox jumps over the lazy dog ' * 10
    for _ in range(300):
        Counter(text.split())


def matrices(n=40):
    a = [[i + j for j in range(n)] for i in range(n)]
    return [[sum(a[i][k] * a[k][j] for k in range(n)) for j in range(n)] for i in range(n)]


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def length(self):
        return math.sqrt(self.x * self.x + self.y * self.y)


def objects():
    return sum(Point(i, i + 1).length() for i in range(50_000))


def monte_carlo(n=100_000):
    inside = 0
    for _ in range(n):
        x = random.random()
        y = random.random()
        if x * x + y * y <= 1:
            inside += 1
    return 4 * inside / n


def floats():
    total = 0.0
    for i in range(1, 200_000):
        total += 1.0 / (i * i)


def bubble_sort(n=200):
    items = [random.randint(0, 1_000) for _ in range(n)]
    for i in range(n):
        for j in range(n - i - 1):
            if items[j] > items[j + 1]:
                items[j], items[j + 1] = items[j + 1], items[j]


def quicksort():
    def in_order(items):
        if len(items) <= 1:
            return items
        pivot = items[len(items) // 2]
        less = [item for item in items if item < pivot]
        more = [item for item in items if item > pivot]
        return in_order(less) + [item for item in items if item == pivot] + in_order(more)
    return in_order([random.random() for _ in range(5_000)])


def collatz():
    longest = 0
    for start in range(1, 3_000):
        number, steps = start, 0
        while number != 1:
            number = number // 2 if number % 2 == 0 else 3 * number + 1
            steps += 1
        longest = max(longest, steps)


def mandelbrot(n=40):
    total = 0
    for y in range(n):
        for x in range(n):
            c = complex(x / n * 3 - 2, y / n * 2 - 1)
            z = 0j
            for i in range(50):
                if abs(z) > 2:
                    break
                z = z * z + c
            total += i


def factorial():
    return reduce(lambda a, b: a * b, range(1, 1_500))


def edit_distance():
    one, other = 'kitten sitting on the mitten' * 3, 'sitting kitten in the kitchen' * 3
    above = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + (a != b)))
        above = row


def exceptions():
    caught = 0
    for i in range(100_000):
        try:
            if i % 10 == 0:
                raise ValueError(i)
        except ValueError:
            caught += 1


def closures():
    def make():
        count = 0

        def step():
            nonlocal count
            count += 1
            return count
        return step
    step = make()
    for _ in range(200_000):
        step()


def generators():
    def numbers():
        for i in range(100_000):
            yield i
    for _ in numbers():
        pass


def sorting():
    items = [random.random() for _ in range(50_000)]
    items.sort()
    return sorted(items, key=lambda item: -item)


def formatting():
    for i in range(50_000):
        f'{i}:{i * 2:>8.2f}'


def json_there_and_back():
    data = {'a': list(range(50)), 'b': {'c': 'text' * 10}}
    for _ in range(100):
        json.loads(json.dumps(data))


def hashing():
    for i in range(20_000):
        sha256(str(i).encode()).hexdigest()


def heap():
    items = []
    for i in range(20_000):
        heappush(items, i * 7919 % 10_007)
    while items:
        heappop(items)


def hanoi():
    def move(n, a, b, c):
        if n == 0:
            return 0
        return move(n - 1, a, c, b) + 1 + move(n - 1, c, b, a)
    return move(13, 'A', 'B', 'C')


def all_orders():
    return sum(1 for order in permutations(range(8)) if order[0] < order[-1])


def queens(n=6):
    def place(row, columns, down, up):
        if row == n:
            return 1
        found = 0
        for column in range(n):
            if column not in columns and row + column not in down and row - column not in up:
                found += place(row + 1, columns | {column}, down | {row + column}, up | {row - column})
        return found
    return place(0, set(), set(), set())


PROGRAMS = [
    power, product, fib, sieve, nested_loops, trial_division, countdown, sum_of_squares, comprehension,
    counting_in_a_dict, joining, counting_words, matrices, objects, monte_carlo, floats, bubble_sort, quicksort, collatz,
    mandelbrot, factorial, edit_distance, exceptions, closures, generators, sorting, formatting, json_there_and_back,
    hashing, heap, hanoi, all_orders, queens,
]

if __name__ == '__main__':
    for program in PROGRAMS:
        times = []
        for _ in range(5):
            start = perf_counter()
            program()
            times.append(perf_counter() - start)
        print(f"{program.__name__.replace('_', ' ')}: {min(times) * 1e3}")
