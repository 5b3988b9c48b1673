# maxtasksperchild: a worker that has done so many tasks is replaced by a fresh one, whose globals begin anew.
import multiprocessing
import os

count = 0


def work(n):
    global count
    count += 1
    return n, count, os.getpid()


if __name__ == '__main__':
    with multiprocessing.Pool(1, maxtasksperchild=2) as pool:
        results = pool.map(work, range(6), chunksize=1)
    print([n for n, _, _ in results], [count for _, count, _ in results])
    print(len({place for _, _, place in results}), 'processes')
    with multiprocessing.Pool(1, maxtasksperchild=2) as pool:
        results = pool.map(work, range(6), chunksize=3)
    print('a chunk is one task:', [count for _, count, _ in results], len({place for _, _, place in results}))
    for wrong in (0, -1, 1.5):
        try:
            multiprocessing.Pool(1, maxtasksperchild=wrong)
        except ValueError as error:
            print(error)

# expect:
# [0, 1, 2, 3, 4, 5] [1, 2, 1, 2, 1, 2]
# 3 processes
# a chunk is one task: [1, 2, 3, 4, 5, 6] 1
# maxtasksperchild must be a positive int or None
# maxtasksperchild must be a positive int or None
# maxtasksperchild must be a positive int or None
