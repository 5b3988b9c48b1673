# Loops that turn often around a SimpleQueue, which becomes empty, gets items of other kinds, or is somebody's own.
from queue import Empty, SimpleQueue


def filled(*items):
    queue = SimpleQueue()
    for item in items:
        queue.put(item)
    return queue


def through(n):
    queue, total = SimpleQueue(), 0
    for i in range(n):
        queue.put(i)
    for _ in range(n):
        total += queue.get()
    return total, queue.qsize()


def until_none(n):
    queue, total = filled(*range(n), None, 7), 0
    while (item := queue.get()) is not None:
        total += item
    return total, item, queue.get()


def of_many_kinds(n):
    queue = filled(*[1] * n, 2.5, True, "text", [3], *[0.5] * n, None, 10**30, False)
    seen = []
    for _ in range(queue.qsize()):
        item = queue.get()
        if item != 1 or item is True:
            seen.append(item)
    return seen[:4], len(seen), seen[-3:], queue.empty()


def puts_of_many_kinds(n):
    queue = SimpleQueue()
    for i in range(n):
        queue.put(i if i < 60 else i / 2 if i < 70 else str(i) if i < 80 else [i])
    return [queue.get() for _ in range(n)][55:85:3]


def shares_what_it_puts(n):
    queue, item = SimpleQueue(), ["shared"]
    for i in range(n):
        queue.put(item)
    queue.get().append(n)
    for i in range(n - 1):
        assert queue.get() is item
    return item


def taken_in_vain(n):
    queue, got, missed = filled(*range(n)), 0, 0
    for i in range(2 * n):
        try:
            got += queue.get_nowait()
        except Empty:
            missed += 1
        if i == 3 * n // 2:
            queue.put(1000)
    return got, missed


class Counted(SimpleQueue):
    def get(self):
        return super().get() + 1


def of_a_subclass(n):
    queue = Counted()
    for i in range(n):
        queue.put(i)
    return sum(queue.get() for _ in range(n))


def with_calls(n):
    queue = SimpleQueue()

    def give(item):
        queue.put(item)
        queue.put(item * 2)

    total = 0
    for i in range(n):
        give(i)
        total += queue.get() - queue.get()
    return total


total = 0
globally = filled(*range(200), None)
while (item := globally.get()) is not None:
    total += item
print(total, item)

for test in (
    through,
    until_none,
    of_many_kinds,
    puts_of_many_kinds,
    shares_what_it_puts,
    taken_in_vain,
    of_a_subclass,
    with_calls,
):
    print(test.__name__, test(150), test(151))

# expect:
# 19900 None
# through (11175, 0) (11325, 0)
# until_none (11175, None, 7) (11325, None, 7)
# of_many_kinds ([2.5, True, 'text', [3]], 157, [None, 1000000000000000000000000000000, False], True) ([2.5, True, 'text', [3]], 158, [None, 1000000000000000000000000000000, False], True)
# puts_of_many_kinds [55, 58, 30.5, 32.0, 33.5, '70', '73', '76', '79', [82]] [55, 58, 30.5, 32.0, 33.5, '70', '73', '76', '79', [82]]
# shares_what_it_puts ['shared', 150] ['shared', 151]
# taken_in_vain (12175, 149) (12325, 150)
# of_a_subclass 11325 11476
# with_calls -11175 -11325
