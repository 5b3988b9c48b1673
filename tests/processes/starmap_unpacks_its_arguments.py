# starmap gives each tuple as arguments of its own; starmap_async gives them later, with a callback for all.
from multiprocessing import Pool


def volume(width, height=1, depth=1):
    return width * height * depth


def collect(results):
    collected.append(results)


collected = []

if __name__ == '__main__':
    with Pool(2) as pool:
        print(pool.starmap(volume, [(2, 3, 4), (5, 6), (7,)]))
        print(pool.starmap(divmod, zip([17, 18, 19], [5, 5, 5]), chunksize=2))
        later = pool.starmap_async(volume, [(1, 2, 3), (4, 5, 6)], callback=collect)
        print(later.get(timeout=60), collected)
        try:
            pool.starmap(volume, [(1,), (1, 2, 3, 4)])
        except TypeError as error:
            print(error)
        try:
            pool.starmap(volume, [1, 2])
        except TypeError as error:
            print(error)

# expect:
# [24, 30, 7]
# [(3, 2), (3, 3), (3, 4)]
# [6, 120] [[6, 120]]
# volume() takes from 1 to 3 positional arguments but 4 were given
# 'int' object is not iterable
