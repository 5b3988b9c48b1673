# Several processes put into one queue, the parent reads until each has said that it is done; each one's items stay in order.
import multiprocessing


def produce(name, count, queue):
    for number in range(count):
        queue.put((name, number))
    queue.put((name, None))


if __name__ == '__main__':
    queue = multiprocessing.Queue()
    counts = {'ann': 5, 'bob': 3, 'cid': 0}
    producers = [multiprocessing.Process(target=produce, args=(*item, queue)) for item in counts.items()]
    for producer in producers:
        producer.start()
    received, open_ones = {name: [] for name in counts}, set(counts)
    while open_ones:
        name, number = queue.get()
        if number is None:
            open_ones.discard(name)
        else:
            received[name].append(number)
    for producer in producers:
        producer.join()
    print(received)
    print(queue.empty(), [producer.exitcode for producer in producers])
    queue.close()
    try:
        queue.put('late')
    except ValueError as error:
        print(str(error).split('>')[-1].strip())
    queue.join_thread()

# expect:
# {'ann': [0, 1, 2, 3, 4], 'bob': [0, 1, 2], 'cid': []}
# True [0, 0, 0]
# is closed
