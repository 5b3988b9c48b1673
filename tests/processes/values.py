import ctypes
from multiprocessing import Array, Process, RawArray, RawValue, Value


def change(number, array, raw, text):
    number.value += 1.5
    for at in range(len(array)):
        array[at] = array[at] * 2
    raw.value = -7
    text.value = b'changed'


if __name__ == '__main__':
    number, array = Value('d', 1.0), Array('i', range(5))
    raw, text = RawValue('h', 3), Array('c', b'not changed')
    process = Process(target=change, args=(number, array, raw, text))
    process.start()
    process.join()
    print(number.value, array[:], raw.value, text.value, text.raw)
    print(len(array), array[-1], array[1:4], list(array), array.get_obj()[0])
    array[1:3] = [70, 80]
    print(array[:])
    zeros = RawArray('q', 3)
    print(list(zeros))
    for wrong in (lambda: array[5], lambda: array.__setitem__(0, 'x'), lambda: Value('z', 1),
                  lambda: array.__setitem__(0, 1.5)):
        try:
            wrong()
        except (IndexError, TypeError) as error:
            print(type(error).__name__)
    byte, flag = Value('b', 200), Value(ctypes.c_bool, False)
    flag.value = 3
    print(byte.value, flag.value, Value('B', -1).value, Value('i', 2**40 + 5).value, Value(ctypes.c_int, 4).value)
    print(Value('f', 0.1).value, Value('Q', -1).value)
    with number.get_lock():
        number.value += 1
    with number:
        number.value += 1
    print(number.value, Value('i', 5, lock=False).value)

# expect:
# 2.5 [0, 2, 4, 6, 8] -7 b'changed' b'changed\x00ged'
# 5 8 [2, 4, 6] [0, 2, 4, 6, 8] 0
# [0, 70, 80, 6, 8]
# [0, 0, 0]
# IndexError
# TypeError
# TypeError
# TypeError
# -56 True 255 5 4
# 0.10000000149011612 18446744073709551615
# 4.5 5
