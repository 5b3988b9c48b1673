# A pool whose workers are spawned: they import the program anew, so what main changed is not there, what it passes on is.
import multiprocessing

factor = 2


def prepare(value):
    global offset
    offset = value


def scale(n):
    return n * factor + offset, __name__ == '__main__'


if __name__ == '__main__':
    factor = 100
    context = multiprocessing.get_context('spawn')
    with context.Pool(2, initializer=prepare, initargs=(5,)) as pool:
        results = pool.map(scale, range(4))
    print([value for value, _ in results], {is_main for _, is_main in results})
    with multiprocessing.get_context('fork').Pool(1, prepare, (5,)) as pool:
        print(pool.map(scale, range(4)))

# expect:
# [5, 7, 9, 11] {False}
# [(5, True), (105, True), (205, True), (305, True)]
