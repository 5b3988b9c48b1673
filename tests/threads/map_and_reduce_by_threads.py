# Map, shuffle, reduce: mappers write pairs, the shuffle groups them by key, reducers fold each group.
import threading
from collections import defaultdict
from functools import reduce

SALES = {
    'monday': [('pen', 3), ('ink', 1), ('pen', 2)],
    'tuesday': [('ink', 4), ('pad', 2)],
    'wednesday': [('pen', 1), ('pad', 5), ('ink', 2)],
}


def in_threads(function, items):
    results = {}

    def one(key, value):
        results[key] = function(key, value)

    threads = [threading.Thread(target=one, args=item) for item in items]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def mapper(day, sales):
    return [(what, (count, day)) for what, count in sales]


def reducer(what, values):
    return reduce(lambda total, value: total + value[0], values, 0), sorted({day for _, day in values})


groups = defaultdict(list)
for pairs in in_threads(mapper, SALES.items()).values():
    for what, value in pairs:
        groups[what].append(value)
for what, (total, days) in sorted(in_threads(reducer, groups.items()).items()):
    print(f'{what} {total:2} on {", ".join(days)}')

# expect:
# ink  7 on monday, tuesday, wednesday
# pad  7 on tuesday, wednesday
# pen  6 on monday, wednesday
