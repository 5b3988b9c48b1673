# A collector thread groups what comes into batches: a full batch goes at once, a short one when nothing comes or at the end.
import queue
import threading


def collect(source, size, patience, flush):
    batch = []
    while True:
        try:
            item = source.get(timeout=patience[0] if batch else None)
        except queue.Empty:
            flush(batch, 'nothing came')
            batch = []
            continue
        if item is StopIteration:
            break
        batch.append(item)
        if len(batch) == size:
            flush(batch, 'full')
            batch = []
    if batch:
        flush(batch, 'end')


def run(patience, feed):
    source, flushed = queue.Queue(), queue.Queue()
    thread = threading.Thread(target=collect, args=(source, 3, patience, lambda *batch: flushed.put(batch)))
    thread.start()
    feed(source, flushed, patience)
    source.put(StopIteration)
    thread.join()
    while not flushed.empty():
        print(*flushed.get())


def many(source, flushed, patience):
    for n in range(8):
        source.put(n)


def with_a_pause(source, flushed, patience):
    source.put('a')
    print(*flushed.get())
    patience[0] = 60
    for letter in 'bcd':
        source.put(letter)


run([60], many)
run([0.003], with_a_pause)

# expect:
# [0, 1, 2] full
# [3, 4, 5] full
# [6, 7] end
# ['a'] nothing came
# ['b', 'c', 'd'] full
