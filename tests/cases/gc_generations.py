# When the collector runs, and what it looks at.
import gc

def between(make):
    """Collections of each generation while something is made."""
    gc.collect()
    before = [each['collections'] for each in gc.get_stats()]
    made = make()
    after = [each['collections'] for each in gc.get_stats()]
    del made
    return [now - then for now, then in zip(after, before)]

class Point:
    def __init__(self, x):
        self.x = x

# Every 700 objects, of these every eleventh time generation 1.
print(between(lambda: [[number] for number in range(8_000)]))
print(between(lambda: [Point(number) for number in range(8_000)]))
# What dies at once is nobody's work.
print(between(lambda: [len([number]) for number in range(8_000)]))
# Texts and numbers are not counted.
print(between(lambda: [str(number) for number in range(8_000)]))
# Generation 2 comes where much has come to it.
print(between(lambda: [[number] for number in range(100_000)]))
gc.collect()
print(gc.get_count()[1:])
kept = [[number] for number in range(2_000)]
print(gc.get_count()[0] < 700, gc.get_count()[1:])

gc.disable()
print(between(lambda: [[number] for number in range(8_000)]), gc.get_count()[0] < 700)
gc.enable()
gc.collect()
print(gc.get_count()[1:])
gc.set_threshold(100)
print(gc.get_threshold())
print(between(lambda: [[number] for number in range(1_000)])[0] in (8, 9))
gc.set_threshold(0)
print(between(lambda: [[number] for number in range(8_000)]))
gc.set_threshold(700, 5, 5)
print(gc.get_threshold())
gc.set_threshold(700, 10, 10)

print([gc.is_tracked(value) for value in (1, 'a', 2.5, None, b'', [], {}, {'a': 1}, {'a': []}, set(), Point(1), Point, len, range(3))])
print(gc.get_freeze_count())
gc.freeze()
print(gc.get_freeze_count() > 1_000)
gc.unfreeze()
print(gc.get_freeze_count())
for wrong in (lambda: gc.collect(3), lambda: gc.collect(-1)):
    try:
        wrong()
    except ValueError as error:
        print(error)
print(sorted(gc.get_stats()[0]), len(gc.get_stats()))

# expect:
# [11, 0, 0]
# [11, 0, 0]
# [0, 0, 0]
# [0, 0, 0]
# [130, 11, 1]
# (0, 0)
# True (2, 0)
# [0, 0, 0] True
# (0, 0)
# (100, 10, 10)
# True
# [0, 0, 0]
# (700, 5, 5)
# [False, False, False, False, False, True, False, False, True, True, True, True, True, False]
# 0
# True
# 0
# invalid generation
# invalid generation
# ['collected', 'collections', 'uncollectable'] 3
