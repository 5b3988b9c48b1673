# A ring of threads, each with a queue: a token goes round until its laps are done, and takes everybody's name along.
import queue
import threading

LAPS = 3
names = ['ann', 'bob', 'cid', 'dan']
boxes = [queue.SimpleQueue() for _ in names]
finished = queue.SimpleQueue()


def run(place):
    while True:
        lap, trail = boxes[place].get()
        if lap == 0:
            boxes[(place + 1) % len(names)].put((0, trail))
            return
        trail.append(names[place])
        last = place == len(names) - 1
        if last and lap == 1:
            finished.put(trail)
            boxes[0].put((0, None))
        else:
            boxes[(place + 1) % len(names)].put((lap - last, trail))


threads = [threading.Thread(target=run, args=(place,)) for place in range(len(names))]
for thread in threads:
    thread.start()
boxes[0].put((LAPS, []))
trail = finished.get()
for thread in threads:
    thread.join()
print(len(trail), trail == names * LAPS)
print(trail[:5])
print([box.qsize() for box in boxes])

# expect:
# 12 True
# ['ann', 'bob', 'cid', 'dan', 'ann']
# [1, 0, 0, 0]
