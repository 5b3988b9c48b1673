# A subclass of Process: run() is what it does; attributes set there stay in the child, results come back by a queue.
import multiprocessing


class Counter(multiprocessing.Process):
    def __init__(self, text, results):
        super().__init__(name=f'counter of {text[:3]}')
        self.text, self.results = text, results
        self.vowels = None

    def run(self):
        self.vowels = sum(letter in 'aeiou' for letter in self.text)
        self.results.put((self.name, self.vowels, multiprocessing.current_process().name == self.name))


if __name__ == '__main__':
    results = multiprocessing.SimpleQueue()
    counters = [Counter(text, results) for text in ('multiprocessing', 'interpreter', 'rhythm')]
    print([counter.exitcode for counter in counters], [counter.pid for counter in counters])
    for counter in counters:
        counter.start()
    for counter in counters:
        counter.join()
    for name, vowels, same_name in sorted(results.get() for _ in counters):
        print(f'{name}: {vowels} {same_name}')
    print([counter.vowels for counter in counters], [counter.exitcode for counter in counters])
    print(counters[0].is_alive(), repr(counters[0]).split(' pid=')[0], repr(counters[0]).split()[-1])
    for wrong in (counters[0].start, multiprocessing.Process().join):
        try:
            wrong()
        except AssertionError as error:
            print(error)

# expect:
# [None, None, None] [None, None, None]
# counter of int: 4 True
# counter of mul: 5 True
# counter of rhy: 0 True
# [None, None, None] [0, 0, 0]
# False <Counter name='counter of mul' exitcode=0>
# cannot start a process twice
# can only join a started process
