# Numbers from -5 to 256 are at hand, others are made: sums that pass from one side to the other, in all kinds of loops.


def sums(first, last, step, start):
    total = start
    for i in range(first, last, step):
        total += i
    return total


def counts(times, by, start):
    for i in range(times):
        start += by
    return start


def products(first, last, step, factor, start):
    total = start
    for i in range(first, last, step):
        total += i * factor
    return total


def squares(first, last, step, start):
    total = start
    for i in range(first, last, step):
        total += i * i
    return total


def powers(times, exponent):
    total = 0
    for i in range(-times, times):
        total += i ** exponent
        total -= i ** 2
    return total


def down(n):
    steps = 0
    while n > -300:
        n -= 1
        steps += 1
    return n, steps


def nested(n):
    count = product = 0
    for i in range(n):
        for j in range(n):
            count += 1
            product = i * j - j
            if (i + j) % 3 == 0:
                count -= 2
    return count, product


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def depth(n):
    if n == -40:
        return 0
    return depth(n - 1) + 1


def items(n):
    kept = [0] * n
    for i in range(n):
        kept[i] = i - n // 2
    total = 0
    for i in kept:
        total += i * 3
    return total, kept[0], kept[-1]


def halves(n):
    total = 0.0
    for i in range(n):
        total += i * 0.5 - 1
    return total


class Counter:
    def __init__(self):
        self.count = -20

    def add(self, by):
        self.count += by


def of_an_object(times):
    counter = Counter()
    for i in range(times):
        counter.add(i % 3)
        counter.count -= 1
    return counter.count


def evens(n):
    for i in range(n):
        yield 2 * i


for start in (0, -1000, 1000, -(10 ** 17), 2 ** 62, 2 ** 70, -(2 ** 70)):
    print(sums(0, 700, 1, start), sums(-700, 700, 1, start), sums(700, -700, -3, start), sums(300, 900, 1, start))
    print(counts(700, 1, start), counts(700, -3, start), counts(700, 0, start), counts(700, 300, start))
    print(products(-400, 400, 1, 2, start), products(300, 900, 1, 0, start), products(300, 900, 1, -1, start))
    print(squares(-400, 400, 1, start), squares(300, 900, 1, start), squares(-900, -300, 1, start))
print(sums(0, 2 ** 62, 2 ** 55, 0), products(2 ** 40, 2 ** 40 + 300, 1, 2 ** 22, -5), squares(2 ** 31, 2 ** 31 + 300, 1, 0))
print(powers(400, 3), powers(400, 0), down(600), down(100_000 // 500), nested(60), fib(16), depth(300))
print(items(900), halves(900), of_an_object(900), sum(evens(500)), [n + 1 for n in evens(200)][-1])
# expect:
# 244650 -700 467 359700
# 700 -2100 0 210000
# -800 0 -359700
# 42666800 233640100 234360100
# 243650 -1700 -533 358700
# -300 -3100 -1000 209000
# -1800 -1000 -360700
# 42665800 233639100 234359100
# 245650 300 1467 360700
# 1700 -1100 1000 211000
# 200 1000 -358700
# 42667800 233641100 234361100
# -99999999999755350 -100000000000000700 -99999999999999533 -99999999999640300
# -99999999999999300 -100000000000002100 -100000000000000000 -99999999999790000
# -100000000000000800 -100000000000000000 -100000000000359700
# -99999999957333200 -99999999766359900 -99999999765639900
# 4611686018427632554 4611686018427387204 4611686018427388371 4611686018427747604
# 4611686018427388604 4611686018427385804 4611686018427387904 4611686018427597904
# 4611686018427387104 4611686018427387904 4611686018427028204
# 4611686018470054704 4611686018661028004 4611686018661748004
# 1180591620717411548074 1180591620717411302724 1180591620717411303891 1180591620717411663124
# 1180591620717411304124 1180591620717411301324 1180591620717411303424 1180591620717411513424
# 1180591620717411302624 1180591620717411303424 1180591620717410943724
# 1180591620717453970224 1180591620717644943524 1180591620717645663524
# -1180591620717411058774 -1180591620717411304124 -1180591620717411302957 -1180591620717410943724
# -1180591620717411302724 -1180591620717411305524 -1180591620717411303424 -1180591620717411093424
# -1180591620717411304224 -1180591620717411303424 -1180591620717411663124
# -1180591620717368636624 -1180591620717177663324 -1180591620717176943324
# 292842062170139131904 1383505805716330905595 1383505998157508551850
# -106666800 -42666000 (-300, 900) (-300, 500) (1200, 3422) 987 340
# (-1350, -450, 449) 201375.0 -20 249500 399
