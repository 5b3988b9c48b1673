# Which chunks a pool makes of its input, and that any size of chunk gives the same primes.
import multiprocessing


def is_prime(n):
    return n > 1 and all(n % divisor for divisor in range(2, int(n ** 0.5) + 1))


def primes_of(numbers):
    return [n for n in numbers if is_prime(n)]


def chunk_size(count, workers):
    size, rest = divmod(count, workers * 4)
    return size + 1 if rest else size


if __name__ == '__main__':
    with multiprocessing.Pool(2) as pool:
        expected = [n for n in range(120) if is_prime(n)]
        for size in (None, 1, 7, 1000):
            flags = pool.map(is_prime, range(120), chunksize=size)
            print(size, [n for n, flag in enumerate(flags) if flag] == expected)
        print('by default', chunk_size(120, 2), 'and', chunk_size(121, 2))
        bounds = list(range(0, 121, 40))
        parts = pool.map(primes_of, [range(low, high) for low, high in zip(bounds, bounds[1:])])
        print([len(part) for part in parts], sum(parts, []) == expected, expected[-3:])

# expect:
# None True
# 1 True
# 7 True
# 1000 True
# by default 15 and 16
# [12, 10, 8] True [107, 109, 113]
