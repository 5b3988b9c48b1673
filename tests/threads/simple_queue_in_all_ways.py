# SimpleQueue in all the ways in which it can be waited at: bound, by name, through a class of one's own, with a signal in
# the middle; and what is wrong with arguments.
import copy
import pickle
import queue
import signal
import threading
import weakref


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


q = queue.SimpleQueue()
for action in (lambda: queue.SimpleQueue(1), lambda: queue.SimpleQueue(a=1), lambda: q.put(), lambda: q.put(1, 2, 3, 4),
               lambda: q.put(1, x=2), lambda: q.get(1, 2, 3), lambda: q.put_nowait(1, 2), lambda: q.get_nowait(1),
               lambda: q.qsize(1), lambda: q.empty(a=1), lambda: queue.SimpleQueue.put([], 7),
               lambda: queue.SimpleQueue.put(), lambda: q.x, lambda: len(q), lambda: q[0], lambda: iter(q),
               lambda: copy.copy(q), lambda: pickle.dumps(q)):
    attempt(action)
print(q.qsize(), q.empty())
for timeout in (-1, -0.5, 'x', [], float('nan'), float('inf'), float('-inf'), 1e300, 9223372036, 9223372037, 10 ** 30,
                -10 ** 30, True, 0):
    q.put(timeout)
    attempt(lambda: q.get(timeout=timeout))
    q.put(timeout)
    attempt(lambda: q.get(False, timeout) == timeout)
while not q.empty():
    q.get()
print(queue.SimpleQueue, queue.SimpleQueue.get, queue.SimpleQueue[int], repr(q).split(' at ')[0])
print([name for name in dir(q) if not name.startswith('__')], isinstance(q, queue.SimpleQueue), bool(q))
print(q == q, q != queue.SimpleQueue(), {q: 1}[q], weakref.ref(q)() is q)


class Tagged(queue.SimpleQueue):
    def __init__(self, tag):
        super().__init__()
        self.tag = tag

    def put(self, item, block=True, timeout=None):
        super().put((self.tag, item), block, timeout)

    def get(self, block=True, timeout=None):
        return super().get(block, timeout) + ('got',)


class Plain(queue.SimpleQueue):
    pass


tagged = Tagged('tag')
tagged.put(1)
tagged.put_nowait(2)
print(tagged.qsize(), tagged.get(), tagged.get_nowait(), tagged.tag, repr(tagged).split(' object')[0])
for action in (Tagged, lambda: Plain(1), lambda: Plain(a=1), lambda: pickle.dumps(tagged), tagged.get_nowait,
               lambda: Plain().get(timeout=0), lambda: tagged.get(timeout=-1)):
    attempt(action)


def wait_in_each_way(of, ways, items):
    got = []
    getters = [threading.Thread(target=lambda way=way: got.append(way())) for way in ways]
    for getter in getters:
        getter.start()
    for item in items:
        of.put(item)
    for getter in getters:
        getter.join()
    return sorted(got)


bound, plain = q.get, Plain()
ways = [q.get, lambda: q.get(), lambda: bound(), lambda: q.get(True), lambda: q.get(block=True),
        lambda: q.get(timeout=None), lambda: q.get(True, 60), lambda: q.get(timeout=60), lambda: (*[q.get()],)[0]]
print(wait_in_each_way(q, ways, range(len(ways))), q.qsize())
print(wait_in_each_way(plain, [plain.get, lambda: plain.get(), lambda: plain.get(timeout=60)], 'abc'), plain.empty())
print(wait_in_each_way(tagged, [lambda: tagged.get(), tagged.get], [1, 2]))


class Rung(Exception):
    pass


def ring(number, frame):
    global rings
    rings += 1
    if rings == 1:
        q.put('from the handler')
    else:
        raise Rung


rings = 0
signal.signal(signal.SIGALRM, ring)
signal.setitimer(signal.ITIMER_REAL, 0.05)
print(q.get())
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    q.get()
except Rung:
    print('rung', rings, q.qsize())
threading.Timer(0.05, q.put, ('after',)).start()
print(q.get(), q.qsize())


# Items go through in their order, whoever waits.
def pass_on(source, sink):
    for item in iter(source.get, None):
        sink.put(item)
    sink.put(None)


links = [queue.SimpleQueue() for _ in range(4)]
for source, sink in zip(links, links[1:]):
    threading.Thread(target=pass_on, args=(source, sink)).start()
for item in range(200):
    links[0].put(item)
links[0].put(None)
through = []
while (item := links[-1].get()) is not None:
    through.append(item)
print(through == list(range(200)))

# expect:
# TypeError SimpleQueue() takes no positional arguments
# TypeError SimpleQueue() takes no keyword arguments
# TypeError put() missing required argument 'item' (pos 1)
# TypeError put() takes at most 3 arguments (4 given)
# TypeError 'x' is an invalid keyword argument for put()
# TypeError get() takes at most 2 arguments (3 given)
# TypeError put_nowait() takes at most 1 argument (2 given)
# TypeError get_nowait() takes no arguments
# TypeError SimpleQueue.qsize() takes no arguments (1 given)
# TypeError SimpleQueue.empty() takes no keyword arguments
# TypeError descriptor 'put' for '_queue.SimpleQueue' objects doesn't apply to a 'list' object
# TypeError unbound method SimpleQueue.put() needs an argument
# AttributeError '_queue.SimpleQueue' object has no attribute 'x'
# TypeError object of type '_queue.SimpleQueue' has no len()
# TypeError '_queue.SimpleQueue' object is not subscriptable
# TypeError '_queue.SimpleQueue' object is not iterable
# TypeError cannot pickle '_queue.SimpleQueue' object
# TypeError cannot pickle '_queue.SimpleQueue' object
# 0 True
# ValueError 'timeout' must be a non-negative number
# True
# ValueError 'timeout' must be a non-negative number
# False
# TypeError 'str' object cannot be interpreted as an integer
# False
# TypeError 'list' object cannot be interpreted as an integer
# False
# ValueError Invalid value NaN (not a number)
# False
# OverflowError timestamp out of range for platform time_t
# False
# OverflowError timestamp out of range for platform time_t
# False
# OverflowError timestamp out of range for platform time_t
# False
# nan
# False
# OverflowError timestamp too large to convert to C _PyTime_t
# False
# OverflowError timestamp too large to convert to C _PyTime_t
# False
# OverflowError timestamp too large to convert to C _PyTime_t
# False
# -inf
# False
# 1e+300
# False
# <class '_queue.SimpleQueue'> <method 'get' of '_queue.SimpleQueue' objects> _queue.SimpleQueue[int] <_queue.SimpleQueue object
# ['empty', 'get', 'get_nowait', 'put', 'put_nowait', 'qsize'] True True
# True True 1 True
# 2 ('tag', 1, 'got') 2 tag <__main__.Tagged
# TypeError Tagged.__init__() missing 1 required positional argument: 'tag'
# TypeError SimpleQueue() takes no positional arguments
# TypeError SimpleQueue() takes no keyword arguments
# TypeError cannot pickle 'Tagged' object
# Empty 
# Empty 
# ValueError 'timeout' must be a non-negative number
# [0, 1, 2, 3, 4, 5, 6, 7, 8] 0
# ['a', 'b', 'c'] True
# [('tag', 1, 'got'), ('tag', 2, 'got')]
# from the handler
# rung 2 0
# after 0
# True
