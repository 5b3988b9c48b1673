# Monte Carlo over processes with a seed each: the estimate does not depend on how the work is shared out.
import multiprocessing
import random


def hits(job):
    seed, throws = job
    rng = random.Random(seed)
    return sum(rng.random() ** 2 + rng.random() ** 2 <= 1 for _ in range(throws))


if __name__ == '__main__':
    jobs = [(seed, 500) for seed in range(6)]
    alone = list(map(hits, jobs))
    results = []
    for workers in (1, 3):
        with multiprocessing.Pool(workers) as pool:
            results.append(pool.map(hits, jobs, chunksize=1))
    print(alone, results[0] == alone, results[1] == alone)
    print(f'{4 * sum(alone) / 3000:.3f}')

# expect:
# [397, 380, 385, 392, 383, 386] True True
# 3.097
