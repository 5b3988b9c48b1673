import multiprocessing as mp
from multiprocessing.managers import BaseManager


class Counter:
    def __init__(self, start=0):
        self.n = start

    def add(self, k):
        self.n += k
        return self.n


class My(BaseManager):
    pass


My.register('Counter', Counter)


def work(d, l, ns, q, lock, n, v):
    with lock:
        d[n] = d.get(n, 0) + 1
        l.append(n)
        ns.total += n
        v.value += 1
    q.put(n)
if __name__ == '__main__':
    with mp.Manager() as m:
        d, l, ns, q, lock = m.dict(), m.list([0]), m.Namespace(total=0), m.Queue(), m.Lock()
        v = m.Value('i', 0)
        ps = [mp.Process(target=work, args=(d, l, ns, q, lock, n, v)) for n in range(3)]
        for p in ps: p.start()
        for p in ps: p.join()
        print(sorted(d.items()), sorted(l), ns.total, sorted(q.get() for _ in ps), v.value)
        print(dict(sorted(d.items())), len(d), 1 in d, sorted(d.keys()), sorted(d.copy()), str(ns), v)
        l.sort(); print(l[1:], l.pop(), len(l), [x for x in m.list('ab')], str(m.list([1,2])))
        try: d['none']
        except KeyError as e: print('KeyError', e)
        nested = m.dict(); nested['x'] = m.list([1]); nested['x'].append(2); print(nested['x'][:], list(nested))
        nested['y'] = [1]; nested['y'].append(2); print(nested['y'])
        e = m.Event(); print(e.is_set(), e.set(), e.is_set())
        with mp.Pool(2) as pool:
            pool.starmap(d.__setitem__, [(10, 1), (11, 2)])
            print(sorted(d.items()))
    with My() as my:
        c = my.Counter(5)
        print(c.add(2), c.add(3))
        try: c.nothing
        except AttributeError as e: print('AttributeError')

# expect:
# [(0, 1), (1, 1), (2, 1)] [0, 0, 1, 2] 3 [0, 1, 2] 3
# {0: 1, 1: 1, 2: 1} 3 True [0, 1, 2] [0, 1, 2] Namespace(total=3) Value('i', 3)
# [0, 1, 2] 2 3 ['a', 'b'] [1, 2]
# KeyError 'none'
# [1, 2] ['x']
# [1]
# False None True
# [(0, 1), (1, 1), (2, 1), (10, 1), (11, 2)]
# 7 10
# AttributeError
