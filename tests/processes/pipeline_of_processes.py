# Three processes joined by queues: read, transform, write; the end is passed on through all of them.
import multiprocessing


def reader(lines, target):
    for line in lines:
        target.put(line)
    target.put(None)


def transformer(source, target):
    while (line := source.get()) is not None:
        name, _, score = line.partition(' ')
        target.put((name.title(), int(score)))
    target.put(None)


def writer(source, end):
    table = {}
    while (pair := source.get()) is not None:
        name, score = pair
        table.setdefault(name, []).append(score)
    end.send({name: (len(scores), max(scores)) for name, scores in table.items()})
    end.close()


if __name__ == '__main__':
    raw, parsed = multiprocessing.Queue(maxsize=2), multiprocessing.Queue(maxsize=2)
    mine, theirs = multiprocessing.Pipe(duplex=False)
    lines = ['ann 3', 'bob 7', 'ann 5', 'cid 1', 'bob 2', 'ann 4']
    stages = [
        multiprocessing.Process(target=reader, args=(lines, raw), name='reader'),
        multiprocessing.Process(target=transformer, args=(raw, parsed), name='transformer'),
        multiprocessing.Process(target=writer, args=(parsed, theirs), name='writer'),
    ]
    for stage in stages:
        stage.start()
    for name, (count, best) in sorted(mine.recv().items()):
        print(name, count, best)
    for stage in stages:
        stage.join()
        print(stage.name, stage.exitcode)

# expect:
# Ann 3 5
# Bob 2 7
# Cid 1 1
# reader 0
# transformer 0
# writer 0
