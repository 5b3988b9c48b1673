# Publish and subscribe: each subscriber has a queue of its own, gets its topics only, in the order of publishing.
import queue
import threading
from collections import defaultdict


class Broker:
    def __init__(self):
        self.topics = defaultdict(list)
        self.lock = threading.Lock()

    def subscribe(self, *topics):
        box = queue.Queue()
        with self.lock:
            for topic in topics:
                self.topics[topic].append(box)
        return box

    def unsubscribe(self, box):
        with self.lock:
            for boxes in self.topics.values():
                if box in boxes:
                    boxes.remove(box)
        box.put(None)

    def publish(self, topic, message):
        with self.lock:
            boxes = list(self.topics[topic])
        for box in boxes:
            box.put((topic, message))
        return len(boxes)


broker = Broker()
heard = defaultdict(list)


def listen(name, box):
    while (message := box.get()) is not None:
        heard[name].append(message)


wishes = {'sports fan': ['sport'], 'editor': ['sport', 'weather'], 'farmer': ['weather']}
boxes = {name: broker.subscribe(*topics) for name, topics in wishes.items()}
listeners = [threading.Thread(target=listen, args=item) for item in boxes.items()]
for listener in listeners:
    listener.start()
print(broker.publish('sport', 'goal'), broker.publish('weather', 'rain'), broker.publish('music', 'la'))
broker.unsubscribe(boxes['farmer'])
print(broker.publish('weather', 'sun'), broker.publish('sport', 'final'))
for name in ('editor', 'sports fan'):
    broker.unsubscribe(boxes[name])
for listener in listeners:
    listener.join()
for name in wishes:
    print(name, heard[name])

# expect:
# 2 2 0
# 1 2
# sports fan [('sport', 'goal'), ('sport', 'final')]
# editor [('sport', 'goal'), ('weather', 'rain'), ('weather', 'sun'), ('sport', 'final')]
# farmer [('weather', 'rain')]
