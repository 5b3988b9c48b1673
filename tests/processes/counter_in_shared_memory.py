# Value and Array lie in memory that all processes see; += on them is no single step, so it is done under their lock.
from multiprocessing import Array, Process, Value


def add(counter, row, place):
    for _ in range(25):
        with counter.get_lock():
            counter.value += 1
        with row.get_lock():
            row[place] += place
            row[-1] += 1


if __name__ == '__main__':
    counter, row = Value('i', 0), Array('d', 4)
    processes = [Process(target=add, args=(counter, row, place)) for place in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(counter.value, row[:], len(row))
    letters = Array('c', b'hello')
    print(letters.value, letters.raw, letters[0], bytes(letters[1:3]))
    letters.value = b'hi'
    print(letters.value, letters.raw)
    bare = Value('d', 2.5, lock=False)
    print(bare.value, hasattr(bare, 'get_lock'), Array('i', [3, 1, 2], lock=False)[:])
    for wrong in (lambda: Value('i', 'text'), lambda: row.__setitem__(9, 1), lambda: Array('i', 2).__setitem__(0, 1.5)):
        try:
            wrong()
        except (TypeError, IndexError) as error:
            print(type(error).__name__)
    small = Value('b', 127)
    small.value += 1
    print('a byte runs over:', small.value)

# expect:
# 75 [0.0, 25.0, 50.0, 75.0] 4
# b'hello' b'hello' b'h' b'el'
# b'hi' b'hi\x00lo'
# 2.5 False [3, 1, 2]
# TypeError
# IndexError
# TypeError
# a byte runs over: -128
