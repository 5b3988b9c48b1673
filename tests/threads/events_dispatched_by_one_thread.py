# An event-driven program: threads post events, one dispatcher calls the handlers in order; handlers may post further events.
import queue
import threading
from collections import defaultdict


class Dispatcher:
    def __init__(self):
        self.events = queue.Queue()
        self.handlers = defaultdict(list)
        self.errors = []

    def on(self, name):
        def register(handler):
            self.handlers[name].append(handler)
            return handler
        return register

    def post(self, name, **details):
        self.events.put((name, details))

    def run(self):
        while True:
            name, details = self.events.get()
            if name == 'quit':
                return
            for handler in self.handlers[name] or self.handlers['unknown']:
                try:
                    handler(**details)
                except TypeError as error:
                    self.errors.append(str(error))


app = Dispatcher()
keys, lines = [], []


@app.on('key')
def typed(key):
    keys.append(key)
    if key == '\n':
        app.post('line', text=''.join(keys).strip())
        keys.clear()


@app.on('line')
def entered(text):
    lines.append(text)
    if text == 'exit':
        app.post('quit')


@app.on('line')
def count(text, limit=3):
    assert len(lines) <= limit


@app.on('unknown')
def ignore():
    lines.append('(something unknown)')


def type_text(text):
    for key in text:
        app.post('key', key=key)


app.post('mouse')
app.post('mouse', x=1)
typist = threading.Thread(target=type_text, args=('hi\nexit\nnever seen',))
typist.start()
app.run()
typist.join()
print(lines)
print(app.errors)

# expect:
# ['(something unknown)', 'hi', 'exit']
# ["ignore() got an unexpected keyword argument 'x'"]
