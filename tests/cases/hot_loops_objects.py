# Loops that turn often: lists, dicts, attributes and calls within them.
def shrinks(n):
    items = list(range(n))
    total = 0
    try:
        for i in range(n):
            total += items[i]
            if i > 70:
                items.pop()
    except IndexError as error:
        return total, i, str(error)


def changes_kind(n):
    items = [1] * n
    items[60] = 2.5
    items[70] = "x"
    items[80] = None
    total = 0
    for i in range(n):
        item = items[i]
        if item == "x" or item is None:
            continue
        total += item
    return total


def negative(n):
    items = [0] * 10
    for i in range(n):
        items[-1 - i % 10] += i
    try:
        for i in range(n):
            items[i - 65] = 1
    except IndexError as error:
        return items, str(error)


def stores_objects(n):
    items = [None] * 5
    for i in range(n):
        items[i % 5] = i
        if i % 60 == 59:
            items[1] = [i]
    return items


def over_items(n):
    total = 0
    for item in [1, 2, 3] * n + [0.5] + ["a"] * 3 + [4] * 50:
        if item == "a":
            total += 100
        else:
            total += item
    return total


def grows_while_iterated(n):
    items = [0]
    for item in items:
        if len(items) < n:
            items.append(item + 1)
    return len(items), items[-1]


def matrix(n):
    a = [[i * j % 7 for j in range(n)] for i in range(n)]
    b = [[float(i - j) for j in range(n)] for i in range(n)]
    c = [[0.0] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            total = 0.0
            for k in range(n):
                total += a[i][k] * b[k][j]
            c[i][j] = total
    return c[3][4], sum(map(sum, c))


def rows(n):
    table = [[i, i * i] for i in range(n)]
    total = 0
    row = None
    for i in range(n):
        row = table[i]
        total += row[1] - row[0]
        row[0] = 0
    return total, row, table[1]


def tuples(n):
    pairs = ((1, 2.5), (3, 4.5))
    total = 0
    for i in range(n):
        pair = pairs[i % 2]
        total += pair[0] * pair[1]
    return total


def counters(n):
    counts = {}
    names = {}
    words = ["a", "b", "c"]
    for i in range(n):
        key = i * 7 % 13
        if key in counts:
            counts[key] += 1
        else:
            counts[key] = 1
        word = words[i % 3]
        names[word] = names.get(word, 0) + 1
        if i == 100:
            names["a"] = 0.5
            counts["x"] = "y"
        if i not in counts:
            names["none"] = i
    return sorted(counts.items(), key=str), names


def missing(n):
    found = {i: i for i in range(90)}
    total = 0
    try:
        for i in range(n):
            total += found[i]
    except KeyError as error:
        return total, repr(error)


class Point:
    def __init__(self, x):
        self.x = x
        self.seen = 0

    def move(self, by):
        self.x += by
        self.seen += 1
        return self.x

    def far(self):
        if self.x > 100:
            return True
        return False


class Other(Point):
    def far(self):
        return "other"


def attributes(n):
    point = Point(0)
    far = 0
    for i in range(n):
        point.move(1 if i < 150 else 0.5)
        if point.far():
            far += 1
    return point.x, point.seen, far


def classes(n):
    points = [Point(1), Other(2), Point(3.5)]
    out = []
    for i in range(n):
        point = points[i % 3]
        point.move(i)
        if i > n - 5:
            out.append(point.far())
    return out, [point.x for point in points]


def patched(n):
    point = Point(0)
    move = Point.move
    for i in range(n):
        point.move(1)
        if i == 100:
            Point.move = lambda self, by: setattr(self, "x", -5)
        if i == 110:
            point.move = lambda by: None
    Point.move = move
    return point.x, point.seen


def hidden_method(n):
    point = Point(0)
    total = 0
    for i in range(n):
        total += point.move(2)
        if i == 90:
            point.move = lambda by: 1000
    return total


def double(x):
    if x < 0:
        x = -x
    total = 0
    for i in range(2):
        total += x
    return total


def quarter(x):
    return double(x) / 8


def fails_at(x):
    limits = (5, 6)
    return limits[x // 100] + late(x)


def late(x):
    if x == 120:
        raise ValueError("late")
    return x


def calls(n):
    total = 0
    for i in range(n):
        total += double(i - 50) + quarter(i)
        if i == 130:
            total += 0.5
    return total


def raises(n):
    total = 0
    try:
        for i in range(n):
            total += fails_at(i)
    except ValueError as error:
        return total, i, str(error)


def redefined(n):
    global late
    kept, total = late, 0
    for i in range(n):
        total += late(i)
        if i == 60:
            late = lambda x: 1
    late = kept
    return total


def deep(n):
    return n if n == 0 else deep(n - 1) + 1


def near_the_limit(n):
    if n > 0:
        return near_the_limit(n - 1)
    total = 0
    try:
        for i in range(60):
            total += quarter(i)
    except RecursionError:
        return "too deep"
    return total


class Noisy:
    def __del__(self):
        print("gone")


def dies(n):
    items = [Noisy(), 1, 2]
    total = 0
    held = items[0]
    for i in range(n):
        items[i % 3] = i
        if i == 90:
            held = 5
        total += 1
    print("after")
    return held, total, items


print(shrinks(100))
print(changes_kind(100))
print(negative(100))
print(stores_objects(100))
print(over_items(40))
print(grows_while_iterated(150))
print(matrix(12))
print(rows(90))
print(tuples(100))
print(counters(200))
print(missing(100))
print(attributes(200))
print(classes(150))
print(patched(150))
print(hidden_method(100))
print(calls(200))
print(raises(200))
print(redefined(100))
print(deep(900))
print(near_the_limit(500))
print(dies(100))
# expect:
# (3655, 86, 'list index out of range')
# 99.5
# ([540, 530, 520, 510, 500, 490, 480, 470, 460, 450], 'list assignment index out of range')
# [95, 96, 97, 98, 99]
# 740.5
# (150, 149)
# (75.0, 1746.0)
# (234960, [0, 7921], [0, 1])
# 800.0
# ([('x', 'y'), (0, 16), (1, 16), (10, 15), (11, 15), (12, 15), (2, 16), (3, 15), (4, 15), (5, 15), (6, 15), (7, 16), (8, 16), (9, 15)], {'a': 33.5, 'b': 67, 'none': 199, 'c': 66})
# (4005, 'KeyError(90)')
# (175.0, 200, 100)
# ([True, True, 'other', True], [3676, 3727, 3778.5])
# (-5, 101)
# 17372
# 29875.5
# (7760, 120, 'late')
# 1869
# 900
# 442.5
# gone
# after
# (5, 100, [99, 97, 98])
