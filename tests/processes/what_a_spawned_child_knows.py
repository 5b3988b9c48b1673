# A child that was not forked imports the program by another name, and is told how its parent is set up.

import atexit
import multiprocessing
import os
import sys

BESIDE = os.path.join(os.path.dirname(__file__), 'beside.txt')


class Result:
    def __init__(self, number):
        self.number = number


def child(results):
    results.put(Result(7))
    results.put((__name__, os.path.basename(__file__), os.path.basename(BESIDE)))
    results.put((Result.__module__, child.__module__, repr(Result)))
    results.put((sys.modules['__main__'] is sys.modules['__mp_main__'], sys.path[-1]))
    results.put(multiprocessing.get_logger().level)
    results.put(bytes(multiprocessing.current_process().authkey))


def parts(namespace):
    namespace.sum = namespace.left + namespace.right


class Told:
    text = ''

    def write(self, text):
        self.text += text

    def flush(self):
        if self.text:
            print('flushed:', self.text.strip(), flush=True)
            self.text = ''


def leaves_with_text():
    atexit.register(print, 'at the end of its interpreter', flush=True)
    sys.stderr = Told()
    sys.exit('a reason')


if __name__ == '__main__':
    sys.path.append('/further/modules')
    multiprocessing.get_logger().setLevel(35)
    for method in ('spawn', 'forkserver'):
        context = multiprocessing.get_context(method)
        results = context.SimpleQueue()
        process = context.Process(target=child, args=(results,))
        print(process.authkey == multiprocessing.current_process().authkey)
        process.authkey = b'its own'
        process.start()
        print(type(results.get()) is Result)
        for _ in range(5):
            print(results.get())
        process.join()
        process = context.Process(target=leaves_with_text)
        process.start()
        process.join()
        print(process.exitcode)
        with context.Manager() as manager:
            namespace = manager.Namespace(left=2, right=3)
            process = context.Process(target=parts, args=(namespace,))
            process.start()
            process.join()
            print(namespace.sum, process.exitcode)

# expect:
# True
# True
# ('__mp_main__', 'what_a_spawned_child_knows.py', 'beside.txt')
# ('__mp_main__', '__mp_main__', "<class '__mp_main__.Result'>")
# (True, '/further/modules')
# 35
# b'its own'
# flushed: a reason
# at the end of its interpreter
# 1
# 5 0
# True
# True
# ('__mp_main__', 'what_a_spawned_child_knows.py', 'beside.txt')
# ('__mp_main__', '__mp_main__', "<class '__mp_main__.Result'>")
# (True, '/further/modules')
# 35
# b'its own'
# flushed: a reason
# 1
# 5 0
