# Arrays and values of characters, which any process may change.
from multiprocessing import Array, Process, RawArray, Value, get_context
import sys
import threading


def change(text, letter):
    text[0] = 'J'
    text[1:3] = 'xé'
    letter.value = 'ß'


def refused(call):
    try:
        call()
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)


if __name__ == '__main__':
    for method in ('fork', 'spawn'):
        context = get_context(method)
        text, letter = context.Array('u', 'hello'), context.Value('u', 'x')
        child = context.Process(target=change, args=(text, letter))
        child.start()
        child.join()
        print(text[:], text[4], list(text), len(text), letter.value)
    print(repr(Array('u', 2)[:]), repr(Value('u').value))
    raw = RawArray('u', 'abc')
    raw.value = 'd'
    print(raw.value, repr(raw[:]))
    refused(lambda: text.value)
    refused(lambda: text.__setitem__(0, 'xx'))
    refused(lambda: text.__setitem__(0, 3))
    refused(lambda: setattr(raw, 'value', 'abcd'))
    print(threading.settrace(None), threading.setprofile(None), sys.settrace(None), sys.setprofile(None))

# expect:
# Jxélo o ['J', 'x', 'é', 'l', 'o'] 5 ß
# Jxélo o ['J', 'x', 'é', 'l', 'o'] 5 ß
# '\x00\x00' '\x00'
# d 'd\x00c'
# AttributeError 'SynchronizedArray' object has no attribute 'value'
# TypeError one character unicode string expected
# TypeError unicode string expected instead of int instance
# ValueError string too long
# None None None None
