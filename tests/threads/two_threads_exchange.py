# An exchanger: the first to come waits with its thing, the second takes it and leaves its own.
import threading


class Exchanger:
    def __init__(self):
        self._condition = threading.Condition()
        self._offers = []

    def exchange(self, thing, timeout=None):
        with self._condition:
            if self._offers:
                box = self._offers.pop()
                box['answer'] = thing
                self._condition.notify_all()
                return box['thing']
            box = {'thing': thing}
            self._offers.append(box)
            if not self._condition.wait_for(lambda: 'answer' in box, timeout):
                self._offers.remove(box)
                raise TimeoutError('nobody came')
            return box['answer']


market = Exchanger()
got = {}


def trade(name, thing):
    got[name] = market.exchange(thing, timeout=10)


for pair in ({'ann': 'apple', 'bob': 'bread'}, {'cid': 1, 'dan': None}):
    threads = [threading.Thread(target=trade, args=item) for item in pair.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print({name: got[name] for name in pair})
try:
    market.exchange('left over', timeout=0.003)
except TimeoutError as error:
    print(error, market._offers)

# expect:
# {'ann': 'bread', 'bob': 'apple'}
# {'cid': None, 'dan': 1}
# nobody came []
