# One producer, one consumer.

from multiprocessing import Pipe, Process
from queue import Queue, SimpleQueue
from threading import Thread
from time import perf_counter
import multiprocessing
import sys


def put(queue, items):
    for item in range(items):
        queue.put(item)


def get(queue, items):
    for _ in range(items):
        queue.get()


def send(end, items):
    for item in range(items):
        end.send(item)


def receive(end, items):
    for _ in range(items):
        end.recv()


def rate(kind, produce, consume, source, sink, items):
    start = perf_counter()
    producer = kind(target=produce, args=(source, items))
    producer.start()
    consume(sink, items)
    producer.join()
    return items / (perf_counter() - start) / 1000


def through_threads(queue, items):
    return rate(Thread, put, get, queue, queue, items)


def through_processes(queue, items):
    return rate(Process, put, get, queue, queue, items)


if __name__ == '__main__':
    for interval in (0.001, 0.005, 0.02):
        sys.setswitchinterval(interval)
        print(f'queue.Queue at {interval * 1000:g} ms: {through_threads(Queue(), 30_000)}')
    sys.setswitchinterval(0.005)
    queue = Queue()
    start = perf_counter()
    put(queue, 100_000)
    get(queue, 100_000)
    print(f'queue.Queue, one thread: {100 / (perf_counter() - start)}')
    print(f'queue.Queue(10): {through_threads(Queue(10), 50_000)}')
    print(f'SimpleQueue: {through_threads(SimpleQueue(), 1_000_000) / 1000}')
    print(f'multiprocessing.Queue: {through_processes(multiprocessing.Queue(), 50_000)}')
    print(f'multiprocessing.Queue(10): {through_processes(multiprocessing.Queue(10), 20_000)}')
    print(f'multiprocessing.SimpleQueue: {through_processes(multiprocessing.SimpleQueue(), 50_000)}')
    reader, writer = Pipe(False)
    print(f'Pipe: {rate(Process, send, receive, writer, reader, 50_000)}')
