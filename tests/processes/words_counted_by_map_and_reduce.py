# Map and reduce over processes: each counts the words of its texts, the parent merges the counters.
import multiprocessing
import re
from collections import Counter
from functools import reduce

TEXTS = [
    'It was the best of times, it was the worst of times,',
    'it was the age of wisdom, it was the age of foolishness,',
    'it was the epoch of belief, it was the epoch of incredulity,',
    'it was the season of Light, it was the season of Darkness',
]


def count(text):
    return Counter(re.findall(r'[a-z]+', text.lower()))


def initial(item):
    word, times = item
    return word[0], times


def by_letter(group):
    letter, times = group
    return letter, sum(times)


if __name__ == '__main__':
    with multiprocessing.Pool(2) as pool:
        total = reduce(lambda left, right: left + right, pool.imap_unordered(count, TEXTS))
        groups = {}
        for letter, times in pool.map(initial, total.items()):
            groups.setdefault(letter, []).append(times)
        letters = dict(pool.map(by_letter, groups.items()))
    print(sorted(total.items(), key=lambda item: (-item[1], item[0]))[:5])
    print(sorted(letters.items(), key=lambda item: (-item[1], item[0]))[:4])
    print(total == count(' '.join(TEXTS)), sum(letters.values()) == sum(total.values()))

# expect:
# [('it', 8), ('of', 8), ('the', 8), ('was', 8), ('age', 2)]
# [('t', 10), ('w', 10), ('i', 9), ('o', 8)]
# True True
