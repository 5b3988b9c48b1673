# A manager with a class of one's own: the object lives in the server, and calls of its exposed methods are sent there.
from multiprocessing import Process
from multiprocessing.managers import BaseManager


class Stock:
    def __init__(self, name):
        self.name = name
        self.pieces = {}

    def add(self, what, count=1):
        self.pieces[what] = self.pieces.get(what, 0) + count
        return self.pieces[what]

    def take(self, what):
        if not self.pieces.get(what):
            raise LookupError(f'no {what} in {self.name}')
        self.pieces[what] -= 1

    def report(self):
        return dict(sorted(self.pieces.items()))

    def _hidden(self):
        return 'secret'


class StockManager(BaseManager):
    pass


StockManager.register('Stock', Stock)


def deliver(stock, what):
    for _ in range(5):
        stock.add(what, 2)


if __name__ == '__main__':
    with StockManager() as manager:
        stock = manager.Stock('cellar')
        people = [Process(target=deliver, args=(stock, what)) for what in ('wine', 'beer', 'wine')]
        for one in people:
            one.start()
        for one in people:
            one.join()
        stock.take('beer')
        print(stock.report(), stock.add('water'))
        try:
            stock.take('milk')
        except LookupError as error:
            print(error)
        for hidden in ('_hidden', 'pieces'):
            print(hidden, hasattr(stock, hidden))

# expect:
# {'beer': 9, 'wine': 20} 1
# no milk in cellar
# _hidden False
# pieces False
