# A LifoQueue as a stack of folders to visit: one worker walks a tree depth first, two walk it whole.
import queue
import threading

TREE = {'/': ['bin', 'home', 'usr'], 'home': ['ann', 'bob'], 'ann': ['notes', 'music'], 'usr': ['lib'], 'lib': ['x', 'y']}


def walk(workers):
    stack, seen = queue.LifoQueue(), []

    def visit():
        while True:
            name = stack.get()
            if name is None:
                stack.task_done()
                return
            seen.append(name)
            for child in TREE.get(name, []):
                stack.put(child)
            stack.task_done()

    stack.put('/')
    threads = [threading.Thread(target=visit) for _ in range(workers)]
    for thread in threads:
        thread.start()
    stack.join()
    for _ in threads:
        stack.put(None)
    for thread in threads:
        thread.join()
    return seen


print(*walk(1))
print(*sorted(walk(2)))

# expect:
# / usr lib y x home bob ann music notes bin
# / ann bin bob home lib music notes usr x y
