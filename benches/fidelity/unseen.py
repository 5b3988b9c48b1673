# Small programs that costs were not fitted to: milliseconds of each, the fastest of five.

import collections
import dataclasses
import functools
import operator
import random
import statistics
from time import perf_counter


def ackermann():
    def a(m, n):
        if m == 0:
            return n + 1
        if n == 0:
            return a(m - 1, 1)
        return a(m - 1, a(m, n - 1))
    a(2, 30)


def search_in_a_grid():
    n = 50
    q = collections.deque([(0, 0)])
    seen = {(0, 0)}
    while q:
        x, y = q.popleft()
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            a, b = (x + dx, y + dy)
            if 0 <= a < n and 0 <= b < n and (a * b % 7 != 3) and ((a, b) not in seen):
                seen.add((a, b))
                q.append((a, b))


def search_tree():
    class N:
        __slots__ = ('k', 'l', 'r')

        def __init__(s, k):
            s.k = k
            s.l = s.r = None
    root = N(500)

    def ins(n, k):
        while True:
            if k < n.k:
                if n.l is None:
                    n.l = N(k)
                    return
                n = n.l
            elif k > n.k:
                if n.r is None:
                    n.r = N(k)
                    return
                n = n.r
            else:
                return
    for i in range(1500):
        ins(root, i * 7919 % 1009)


def counting_characters():
    d = {}
    for c in 'the quick brown fox jumps over the lazy dog ' * 250:
        if c in d:
            d[c] += 1
        else:
            d[c] = 1


def growing_text():
    s = ''
    for i in range(20000):
        s += str(i)


def sorting_dataclasses():
    @dataclasses.dataclass(order=True)
    class D:
        a: int
        b: str = 'x'
    l = [D(i * 7 % 100) for i in range(800)]
    l.sort()
    l == l


def deques():
    d = collections.deque(maxlen=100)
    for i in range(15000):
        d.append(i)
        d[0]
        len(d)
    d.rotate(3)


def enumeration():
    import enum

    class C(enum.Enum):
        R = 1
        G = 2
        B = 3
    for i in range(4000):
        C(i % 3 + 1).name
        C.R is C.G
        C['B'].value


def fib_remembered():
    for _ in range(50):
        @functools.lru_cache(None)
        def f(n):
            return n if n < 2 else f(n - 1) + f(n - 2)
        f(150)


def elimination():
    n = 25
    m = [[float((i * j + i + j) % 11 + (i == j) * 20) for j in range(n + 1)] for i in range(n)]
    for i in range(n):
        p = m[i][i]
        for j in range(i, n + 1):
            m[i][j] /= p
        for k in range(n):
            if k != i:
                f = m[k][i]
                for j in range(i, n + 1):
                    m[k][j] -= f * m[i][j]


def hanoi_with_lists():
    def h(n, s, t, v):
        if n == 0:
            return
        h(n - 1, s, v, t)
        t.append(s.pop())
        h(n - 1, v, t, s)
    h(11, list(range(11)), [], [])


def roman_numerals():
    t = [
        (1000, 'M'), (900, 'CM'), (500, 'D'), (400, 'CD'), (100, 'C'), (90, 'XC'), (50, 'L'), (40, 'XL'), (10, 'X'),
        (9, 'IX'), (5, 'V'), (4, 'IV'), (1, 'I'),
    ]
    for n in range(1, 700):
        o = ''
        for v, s in t:
            while n >= v:
                o += s
                n -= v


def kmeans():
    pts = [(i * 37 % 100 / 10, i * 91 % 100 / 10) for i in range(200)]
    cs = [(1.0, 1.0), (5.0, 5.0), (9.0, 9.0)]
    for _ in range(5):
        gr = [[] for _ in cs]
        for p in pts:
            k = min(range(3), key=lambda i: (p[0] - cs[i][0]) ** 2 + (p[1] - cs[i][1]) ** 2)
            gr[k].append(p)
        cs = [(sum((p[0] for p in g)) / len(g), sum((p[1] for p in g)) / len(g)) if g else c for g, c in zip(gr, cs)]


def levenshtein():
    a, b = ('kitten sitting on the mitten', 'sitting kitten in the kitchen')
    for _ in range(3):
        p = list(range(len(b) + 1))
        for i, x in enumerate(a, 1):
            c = [i]
            for j, y in enumerate(b, 1):
                c.append(min(p[j] + 1, c[j - 1] + 1, p[j - 1] + (x != y)))
            p = c


def operations_of_lists():
    for _ in range(60):
        l = list(range(300))
        l.reverse()
        l.sort()
        l.insert(0, 1)
        l.index(250)
        l.count(3)
        l[10:200]
        l + l
        250 in l
        l.pop(0)
        min(l)
        max(l)
        sum(l)


def patterns():
    c = 0
    for x in [1, 'a', (1, 2), {'k': 1}, [1, 2, 3]] * 1200:
        match x:
            case int():
                c += 1
            case str():
                c += 2
            case [a, b]:
                c += a
            case {'k': v}:
                c += v
            case [a, *r]:
                c += len(r)


def powers_modulo():
    for i in range(3000):
        pow(i, 65537, 1000000007)


def counter_in_a_closure():
    n = 0

    def inc():
        nonlocal n
        n += 1
    for _ in range(25000):
        inc()


def perfect_numbers():
    for n in range(2, 300):
        sum((d for d in range(1, n // 2 + 1) if n % d == 0))


def pi_by_chance():
    random.seed(1)
    c = 0
    for _ in range(30000):
        x = random.random()
        y = random.random()
        if x * x + y * y <= 1:
            c += 1


def primes_by_division():
    c = 0
    for n in range(2, 3000):
        for d in range(2, int(n ** 0.5) + 1):
            if n % d == 0:
                break
        else:
            c += 1


def random_numbers():
    random.seed(3)
    l = [random.randint(1, 100) for _ in range(5000)]
    random.shuffle(l)
    random.choice(l)


def operations_of_sets():
    a = set(range(300))
    b = set(range(150, 450))
    for _ in range(150):
        a & b
        a | b
        a - b
        a ^ b


def sorting_by_keys():
    l = [{'n': str(i * 7 % 100), 'a': i * 13 % 50} for i in range(1500)]
    sorted(l, key=lambda d: (d['a'], d['n']))
    sorted(l, key=operator.itemgetter('a'))


def mean_and_median():
    l = [i * 7919 % 1000 for i in range(2000)]
    statistics.mean(l)
    statistics.median(l)
    statistics.pstdev(l)


def subsets():
    def s(a):
        if not a:
            return [[]]
        r = s(a[1:])
        return r + [[a[0]] + x for x in r]
    s(list(range(12)))


def caught_errors():
    c = 0
    for i in range(10000):
        try:
            if i % 3 == 0:
                raise ValueError(i)
            int('x' if i % 5 == 0 else '1')
        except ValueError:
            c += 1


def own_context_manager():
    class C:
        def __enter__(self):
            return self

        def __exit__(self, *a):
            return False
    for i in range(8000):
        with C():
            pass


PROGRAMS = [
    ackermann, search_in_a_grid, search_tree, counting_characters, growing_text, sorting_dataclasses, deques,
    enumeration, fib_remembered, elimination, hanoi_with_lists, roman_numerals, kmeans, levenshtein,
    operations_of_lists, patterns, powers_modulo, counter_in_a_closure, perfect_numbers, pi_by_chance,
    primes_by_division, random_numbers, operations_of_sets, sorting_by_keys, mean_and_median, subsets,
    caught_errors, own_context_manager,
]

if __name__ == '__main__':
    for program in PROGRAMS:
        times = []
        for _ in range(5):
            start = perf_counter()
            program()
            times.append(perf_counter() - start)
        print(f"{program.__name__.replace('_', ' ')}: {min(times) * 1e3}")
