# Three stages joined by queues; a sentinel goes through all of them, and bounded queues hold back who is ahead.
import queue
import threading

END = object()


def stage(work, source, target):
    while (item := source.get()) is not END:
        target.put(work(item))
    target.put(END)


def parse(line):
    name, _, amount = line.partition(':')
    return name.strip(), int(amount)


def with_tax(pair):
    return pair[0], pair[1] * 120 // 100


def show(pair):
    return f'{pair[0]} pays {pair[1]}'


queues = [queue.Queue(maxsize=2) for _ in range(4)]
stages = [threading.Thread(target=stage, args=(work, queues[n], queues[n + 1]), name=work.__name__)
          for n, work in enumerate((parse, with_tax, show))]


def feed():
    for line in ['ann: 100', 'bob: 250', 'cid: 35', 'dan: 40', 'eve: 999', 'fay: 5']:
        queues[0].put(line)
    queues[0].put(END)


feeder = threading.Thread(target=feed)
feeder.start()
for thread in stages:
    thread.start()
while (line := queues[-1].get()) is not END:
    print(line)
for thread in stages + [feeder]:
    thread.join()
print([thread.name for thread in stages], [q.empty() for q in queues])

# expect:
# ann pays 120
# bob pays 300
# cid pays 42
# dan pays 48
# eve pays 1198
# fay pays 6
# ['parse', 'with_tax', 'show'] [True, True, True, True]
