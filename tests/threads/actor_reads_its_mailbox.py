# An actor: a thread that alone touches its state, and answers messages through the queue that they bring along.
import queue
import threading


class Actor:
    def __init__(self):
        self._mailbox = queue.Queue()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self):
        while True:
            name, args, reply = self._mailbox.get()
            if name == 'stop':
                reply.put(('ok', None))
                break
            try:
                reply.put(('ok', getattr(self, 'on_' + name)(*args)))
            except Exception as error:
                reply.put(('error', error))

    def ask(self, name, *args):
        reply = queue.SimpleQueue()
        self._mailbox.put((name, args, reply))
        status, answer = reply.get()
        if status == 'error':
            raise answer
        return answer

    def stop(self):
        self.ask('stop')
        self._thread.join()


class Stock(Actor):
    def __init__(self):
        self.pieces = {}
        super().__init__()

    def on_add(self, what, count):
        self.pieces[what] = self.pieces.get(what, 0) + count
        return self.pieces[what]

    def on_take(self, what, count):
        if self.pieces.get(what, 0) < count:
            raise ValueError(f'not enough {what}')
        return self.on_add(what, -count)


stock = Stock()
clients = [threading.Thread(target=lambda: [stock.ask('add', 'screw', 2) for _ in range(10)]) for _ in range(3)]
for client in clients:
    client.start()
for client in clients:
    client.join()
print(stock.ask('take', 'screw', 15))
for wrong in (('take', 'screw', 46), ('throw', 'screw')):
    try:
        stock.ask(*wrong)
    except Exception as error:
        print(type(error).__name__, error)
stock.stop()
print(stock.pieces)

# expect:
# 45
# ValueError not enough screw
# AttributeError 'Stock' object has no attribute 'on_throw'
# {'screw': 45}
