# Parts of arrays in shared memory are assigned as a whole; characters are bytes or their numbers.
import multiprocessing as mp
from multiprocessing.sharedctypes import RawArray


def change(numbers, text):
    numbers[:] = [2 * number for number in numbers]
    numbers[1:3] = (7, 8)
    numbers[::-2] = [0, 0, 0]
    text[0] = 72
    text.raw = text.raw[:4] + b'p'


def attempt(action, *args):
    try:
        print(action(*args))
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)


def set_value(text, value):
    text.value = value


def set_raw(text, value):
    text.raw = value


if __name__ == '__main__':
    numbers, text = mp.Array('i', [1, 2, 3, 4, 5]), mp.Array('c', b'hello')
    process = mp.Process(target=change, args=(numbers, text))
    process.start()
    process.join()
    print(process.exitcode, numbers[:], text.value)
    attempt(numbers.__setitem__, slice(1, 3), [1])
    attempt(numbers.__setitem__, 0, 'x')
    attempt(numbers.__setitem__, 5, 1)
    text.value = b'hi'
    print(text.value, text.raw, text[0], text[1:3])
    text[0], text[1:3] = b'H', b'xy'
    print(text.raw)
    for value in (b'too long', 'text', 1):
        attempt(set_value, text, value)
    attempt(set_raw, text, b'too long')
    for character in (b'ab', 256, 'a'):
        attempt(text.__setitem__, 0, character)
    raw = RawArray('c', 4)
    raw.raw = bytearray(b'a\0b')
    print(raw.raw, raw.value)

# expect:
# 0 [0, 7, 0, 8, 0] b'Hellp'
# ValueError Can only assign sequence of same size
# TypeError 'str' object cannot be interpreted as an integer
# IndexError invalid index
# b'hi' b'hi\x00lp' b'h' b'i\x00'
# b'Hxylp'
# ValueError byte string too long
# TypeError bytes expected instead of str instance
# TypeError bytes expected instead of int instance
# ValueError byte string too long
# TypeError one character bytes, bytearray or integer expected
# TypeError one character bytes, bytearray or integer expected
# TypeError one character bytes, bytearray or integer expected
# b'a\x00b\x00' b'a'
