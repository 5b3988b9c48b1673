# Three methods are called by three threads in any order; events make them run as first, second, third.
import itertools
import threading


class InOrder:
    def __init__(self):
        self.first_done = threading.Event()
        self.second_done = threading.Event()
        self.said = []

    def first(self):
        self.said.append('first')
        self.first_done.set()

    def second(self):
        self.first_done.wait()
        self.said.append('second')
        self.second_done.set()

    def third(self):
        self.second_done.wait()
        self.said.append('third')


for order in itertools.permutations(('first', 'second', 'third')):
    row = InOrder()
    threads = [threading.Thread(target=getattr(row, name)) for name in order]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print('called', *order, '-> said', *row.said)

# expect:
# called first second third -> said first second third
# called first third second -> said first second third
# called second first third -> said first second third
# called second third first -> said first second third
# called third first second -> said first second third
# called third second first -> said first second third
