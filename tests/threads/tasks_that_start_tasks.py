# A task may submit further tasks to its own pool, as long as it does not wait for them.
from concurrent.futures import ThreadPoolExecutor
import threading

TREE = {'root': ['left', 'right'], 'left': ['a', 'b'], 'right': ['c'], 'c': ['d']}


class Walk:
    def __init__(self, pool):
        self.pool = pool
        self.seen = []
        self.open = 0
        self.lock = threading.Lock()
        self.all_done = threading.Event()

    def visit(self, name):
        self.seen.append(name)
        for child in TREE.get(name, ()):
            self.start(child)
        with self.lock:
            self.open -= 1
            if self.open == 0:
                self.all_done.set()

    def start(self, name):
        with self.lock:
            self.open += 1
        self.pool.submit(self.visit, name)


for workers in (1, 4):
    with ThreadPoolExecutor(workers) as pool:
        walk = Walk(pool)
        walk.start('root')
        walk.all_done.wait(timeout=10)
    print(workers, sorted(walk.seen), walk.seen[0])
    if workers == 1:
        print('breadth first with one:', walk.seen)

# expect:
# 1 ['a', 'b', 'c', 'd', 'left', 'right', 'root'] root
# breadth first with one: ['root', 'left', 'right', 'a', 'b', 'c', 'd']
# 4 ['a', 'b', 'c', 'd', 'left', 'right', 'root'] root
