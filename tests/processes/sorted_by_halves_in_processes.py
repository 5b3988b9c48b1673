# Merge sort over processes: parts are sorted by a pool, then merged pairwise until one is left.
import heapq
import multiprocessing
import random


def sort_part(part):
    return sorted(part)


def merge(pair):
    return list(heapq.merge(*pair))


if __name__ == '__main__':
    rng = random.Random(11)
    numbers = [rng.randrange(1000) for _ in range(200)]
    size = 30
    rounds = []
    with multiprocessing.Pool(2) as pool:
        parts = pool.map(sort_part, [numbers[at:at + size] for at in range(0, len(numbers), size)])
        while len(parts) > 1:
            rounds.append(len(parts))
            pairs = [(parts[at], parts[at + 1] if at + 1 < len(parts) else []) for at in range(0, len(parts), 2)]
            parts = pool.map(merge, pairs)
    print(rounds, parts[0] == sorted(numbers), parts[0][:3], parts[0][-3:])

# expect:
# [7, 4, 2] True [0, 0, 4] [987, 994, 998]
