import queue
import time
from multiprocessing import JoinableQueue, Process, Queue, SimpleQueue


def produce(items, first, count):
    for n in range(first, first + count):
        items.put(n)


def consume(items, results):
    total = 0
    while True:
        item = items.get()
        if item is None:
            break
        total += item
    results.put(total)


def work(tasks, results):
    while True:
        n = tasks.get()
        results.put(n * n)
        tasks.task_done()


def copy(source, target):
    for item in iter(source.get, 'stop'):
        target.put(item)


if __name__ == '__main__':
    # A queue with producers, consumers and a poison pill for each.
    items, results = Queue(), Queue()
    producers = [Process(target=produce, args=(items, 100 * n, 100)) for n in range(3)]
    consumers = [Process(target=consume, args=(items, results)) for n in range(2)]
    for process in producers + consumers:
        process.start()
    for process in producers:
        process.join()
    for _ in consumers:
        items.put(None)
    print(sum(results.get() for _ in consumers) == sum(range(300)))
    for process in consumers:
        process.join()

    # One producer's items come in order.
    process = Process(target=produce, args=(items, 0, 20))
    process.start()
    print([items.get() for _ in range(20)] == list(range(20)))
    process.join()
    print(items.empty(), items.qsize())

    few = Queue(maxsize=2)
    few.put(1)
    few.put(2, timeout=1)
    print(few.full(), few.qsize())
    for put in (lambda: few.put(3, block=False), lambda: few.put(3, timeout=0.01), lambda: few.put_nowait(3)):
        try:
            put()
        except queue.Full:
            print('full')
    print(few.get(timeout=1), few.get(timeout=1))
    for get in (lambda: few.get(block=False), lambda: few.get(timeout=0.01), few.get_nowait):
        try:
            get()
        except queue.Empty:
            print('empty')
    few.close()
    few.join_thread()
    try:
        few.put(1)
    except ValueError as error:
        print('closed' in str(error))

    tasks, results = JoinableQueue(), Queue()
    workers = [Process(target=work, args=(tasks, results), daemon=True) for _ in range(2)]
    for process in workers:
        process.start()
    for n in range(10):
        tasks.put(n)
    tasks.join()
    print(sorted(results.get() for _ in range(10)))
    try:
        tasks.task_done()
    except ValueError as error:
        print(error)

    there, back = SimpleQueue(), SimpleQueue()
    process = Process(target=copy, args=(there, back))
    process.start()
    for item in ('a', ('b', 1), [None], 'stop'):
        there.put(item)
    print(back.get(), back.get(), back.get())
    process.join()
    print(back.empty(), process.exitcode)

# expect:
# True
# True
# True 0
# True 2
# full
# full
# full
# 1 2
# empty
# empty
# empty
# True
# [0, 1, 4, 9, 16, 25, 36, 49, 64, 81]
# task_done() called too many times
# a ('b', 1) [None]
# True 0
