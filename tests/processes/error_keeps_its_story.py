# An exception of a worker is raised in the parent as the same class with its attributes, and tells where it came from.
import multiprocessing


class OutOfStock(Exception):
    def __init__(self, item, wanted):
        super().__init__(item, wanted)
        self.item, self.wanted = item, wanted

    def __str__(self):
        return f'no {self.wanted} of {self.item}'


class NotToBePickled(Exception):
    def __init__(self, number, *, reason):
        super().__init__(f'{number}: {reason}')


def order(item):
    if item == 'odd':
        raise NotToBePickled(1, reason='keyword only')
    raise OutOfStock(item, 3)


if __name__ == '__main__':
    with multiprocessing.Pool(1) as pool:
        try:
            pool.apply(order, ('pens',))
        except OutOfStock as error:
            print(error, '|', error.item, error.wanted, error.args)
            story = str(error.__cause__)
            print(type(error.__cause__).__name__, 'in order' in story, "OutOfStock: no 3 of pens" in story)
        print('the worker lives on:', pool.apply(abs, (-1,)))
        results = [pool.apply_async(order, (item,)) for item in ('ink', 'paper')]
        for result in results:
            result.wait()
            print(result.successful())
    lost = OutOfStock('x', 1)
    lost.extra = 'kept'
    import pickle
    again = pickle.loads(pickle.dumps(lost))
    print(again, again.extra)
    try:
        pickle.loads(pickle.dumps(NotToBePickled(1, reason='keyword only')))
    except TypeError as error:
        print(error)

# expect:
# no 3 of pens | pens 3 ('pens', 3)
# RemoteTraceback True True
# the worker lives on: 1
# False
# False
# no 1 of x kept
# NotToBePickled.__init__() missing 1 required keyword-only argument: 'reason'
