# Proxies by their registration: with methods of the object's, of a list, of a class of one's own; of generators, modules,
# pools and arrays. What fails in the server before the object's method does is a RemoteError.
from multiprocessing import Process
from multiprocessing.managers import BaseManager, BaseProxy, NamespaceProxy, RemoteError, SyncManager
import copy
import operator


class Inventory:
    def __init__(self, count=1):
        if count == 0:
            raise ValueError('nothing there')
        self.count = count

    def f(self):
        return self.count

    def g(self):
        self.count += 1

    def fail(self):
        raise KeyError('missing')

    def _hidden(self):
        return 'shown'

    def __repr__(self):
        return 'Inventory(%d)' % self.count


class GeneratorProxy(BaseProxy):
    _exposed_ = ['__next__']

    def __iter__(self):
        return self

    def __next__(self):
        return self._callmethod('__next__')


class Point:
    def __init__(self, x):
        self.x = x

    def twice(self):
        return 2 * self.x


class PointProxy(NamespaceProxy):
    _exposed_ = ('__getattribute__', '__setattr__', '__delattr__', 'twice')

    def twice(self):
        return self._callmethod('twice')


class Manager(BaseManager):
    pass


def squares():
    for number in range(4):
        yield number * number


def square(number):
    return number * number


def use(inventory, point):
    inventory.g()
    print('child', inventory.f(), type(inventory).__name__, point.x, flush=True)
    point.x = 9


Manager.register('Inventory', Inventory)
Manager.register('Hidden', Inventory, exposed=('g', '_hidden'))
Manager.register('squares', squares, proxytype=GeneratorProxy)
Manager.register('operator', lambda: operator)
Manager.register('Point', Point, PointProxy)


def told(call, *args):
    try:
        call(*args)
    except RemoteError as error:
        print('RemoteError', str(error).strip().splitlines()[-2])
    except Exception as error:
        print(repr(error))


if __name__ == '__main__':
    with Manager() as manager:
        inventory = manager.Inventory(3)
        inventory.g()
        print(inventory.f(), type(inventory).__name__, [name for name in dir(inventory) if name[0] != '_'])
        print(repr(inventory).split(' at ')[0], inventory)
        hidden = manager.Hidden()
        print(hasattr(hidden, 'f'), hidden.g(), hidden._hidden())
        told(inventory._callmethod, 'zork')
        told(inventory.fail)
        told(manager.Inventory, 0)
        print(list(manager.squares()), sum(manager.squares()))
        numbers = manager.operator()
        print(numbers.add(2, 3), numbers.pow(2, 5), 'mul' in dir(numbers))
        point = manager.Point(4)
        print(point.x, point.twice())
        user = Process(target=use, args=(inventory, point))
        user.start()
        user.join()
        print(point.x, inventory.f())

    with SyncManager() as manager:
        items = manager.list([1, 2])
        items *= 2
        print(type(items).__name__, items, items._getvalue(), items * 2)
        print(copy.deepcopy(items))
        array = manager.Array('i', [7, 2])
        print(array, array[1], len(array), list(array))
        with manager.Pool(2) as pool:
            print(pool.map(square, [1, 2, 3]), pool.apply(square, (5,)), pool.apply_async(square, (6,)).get(),
                  list(pool.imap(square, range(3))))
        queue = manager.Queue()
        queue.put(3)
        print(type(queue).__name__, queue.get(), queue.qsize())

# expect:
# 4 AutoProxy[Inventory] ['f', 'fail', 'g']
# <AutoProxy[Inventory] object, typeid 'Inventory' Inventory(4)
# False None shown
# RemoteError KeyError: 'zork'
# KeyError('missing')
# RemoteError ValueError: nothing there
# [0, 1, 4, 9] 14
# 5 32 True
# 4 8
# child 5 AutoProxy[Inventory] 4
# 9 5
# ListProxy [1, 2, 1, 2] [1, 2, 1, 2] [1, 2, 1, 2, 1, 2, 1, 2]
# [1, 2, 1, 2]
# array('i', [7, 2]) 2 2 [7, 2]
# [1, 4, 9] 25 36 [0, 1, 4]
# AutoProxy[Queue] 3 0
