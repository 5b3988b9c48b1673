__all__ = [
    'accumulate', 'chain', 'combinations', 'combinations_with_replacement', 'compress', 'count', 'cycle', 'dropwhile',
    'filterfalse', 'groupby', 'islice', 'pairwise', 'permutations', 'product', 'repeat', 'starmap', 'takewhile', 'tee',
    'zip_longest',
]

def count(start=0, step=1):
    if not isinstance(start, (int, float)) or not isinstance(step, (int, float)):
        raise TypeError('a number is required')
    return _count(start, step)

def _count(number, step):
    while True:
        # What comes next is what is shown.
        now = number
        number += step
        yield now

def cycle(iterable, /):
    return _cycle(iter(iterable))

def _cycle(iterator):
    seen = []
    for item in iterator:
        yield item
        seen.append(item)
    while seen:
        for item in seen:
            yield item

def repeat(object, times=None):
    if times is None:
        return _forever(object)
    return _times(object, times)

def _forever(object):
    while True:
        yield object

def _times(object, times):
    for _ in range(times):
        yield object

def accumulate(iterable, func=None, *, initial=None):
    return _accumulate(iter(iterable), func, initial)

def _accumulate(iterator, func, total):
    if total is None:
        for total in iterator:
            break
        else:
            return
    yield total
    for item in iterator:
        total = total + item if func is None else func(total, item)
        yield total

def chain(*iterables):
    return _chain(iter(iterables))

def _chain(iterables):
    for iterable in iterables:
        for item in iterable:
            yield item

def _from_iterable(iterable, /):
    return _chain(iter(iterable))

chain.from_iterable = _from_iterable

def compress(data, selectors):
    return _compress(iter(data), iter(selectors))

def _compress(data, selectors):
    for item, chosen in zip(data, selectors):
        if chosen:
            yield item

def dropwhile(predicate, iterable, /):
    return _dropwhile(predicate, iter(iterable))

def _dropwhile(predicate, iterator):
    for item in iterator:
        if predicate is None or not predicate(item):
            predicate = None
            yield item

def takewhile(predicate, iterable, /):
    return _takewhile(predicate, iter(iterable))

def _takewhile(predicate, iterator):
    for item in iterator:
        if not predicate(item):
            return
        yield item

def filterfalse(function, iterable, /):
    return _filterfalse(function, iter(iterable))

def _filterfalse(function, iterator):
    for item in iterator:
        if not (item if function is None else function(item)):
            yield item

def starmap(function, iterable, /):
    return _starmap(function, iter(iterable))

def _starmap(function, iterator):
    for arguments in iterator:
        yield function(*arguments)

def pairwise(iterable, /):
    return _pairwise(iter(iterable))

def _pairwise(iterator):
    for before in iterator:
        break
    else:
        return
    for item in iterator:
        yield before, item
        before = item

def _bound(value, what):
    if value is not None and (not isinstance(value, int) or value < 0):
        raise ValueError(what)
    return value

def islice(iterable, /, *bounds):
    if not 1 <= len(bounds) <= 3:
        given = len(bounds) + 1
        if given < 2:
            raise TypeError(f'islice expected at least 2 arguments, got {given}')
        raise TypeError(f'islice expected at most 4 arguments, got {given}')
    start, step = 0, 1
    if len(bounds) == 1:
        stop = _bound(bounds[0], 'Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
    else:
        indices = 'Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.'
        stop = bounds[1]
        if stop is not None and not isinstance(stop, int):
            raise ValueError('Stop argument must be None or an integer: 0 <= x <= sys.maxsize.')
        start, stop = _bound(bounds[0], indices) or 0, _bound(stop, indices)
    if len(bounds) == 3:
        step = 1 if bounds[2] is None else bounds[2]
        if not isinstance(step, int) or step < 1:
            raise ValueError('Step for islice() must be a positive integer or None.')
    return _islice(iter(iterable), start, stop, step)

def _islice(iterator, start, stop, step):
    at, wanted = 0, start
    if stop is not None and stop <= start:
        # What lies before the start is consumed all the same.
        while at < stop:
            for _ in iterator:
                break
            else:
                return
            at += 1
        return
    for item in iterator:
        if at == wanted:
            yield item
            wanted += step
        at += 1
        if stop is not None and at >= stop:
            return

def tee(iterable, n=2, /):
    if n < 0:
        raise ValueError('n must be >= 0')
    iterator = iter(iterable)
    cell = [None, None]
    return tuple([_tee(iterator, cell) for _ in range(n)])

def _tee(iterator, cell):
    # A chain of cells: an item and the next cell. What all have passed is released.
    while True:
        if cell[1] is None:
            for item in iterator:
                cell[0] = item
                cell[1] = [None, None]
                break
            else:
                return
        item, cell = cell
        yield item

def zip_longest(*iterables, fillvalue=None):
    return _zip_longest([iter(iterable) for iterable in iterables], fillvalue)

def _zip_longest(iterators, fillvalue):
    left = len(iterators)
    while left:
        items = []
        for at in range(len(iterators)):
            item = fillvalue
            if iterators[at] is not None:
                for item in iterators[at]:
                    break
                else:
                    iterators[at] = None
                    left -= 1
                    if not left:
                        return
            items.append(item)
        yield tuple(items)

def product(*iterables, repeat=1):
    if repeat < 0:
        raise ValueError('repeat argument cannot be negative')
    return _product([tuple(iterable) for iterable in iterables] * repeat)

def _product(pools):
    for pool in pools:
        if not pool:
            return
    at = [0] * len(pools)
    yield tuple([pool[0] for pool in pools])
    while (made := next_product(pools, at)) is not None:
        yield made

def permutations(iterable, r=None):
    pool = tuple(iterable)
    r = len(pool) if r is None else r
    if r < 0:
        raise ValueError('r must be non-negative')
    return _permutations(pool, len(pool), r)

def _permutations(pool, n, r):
    if r > n:
        return
    order = [i for i in range(n)]
    turns = [i for i in range(n, n - r, -1)]
    yield pool[:r]
    while (made := next_permutation(pool, order, turns)) is not None:
        yield made

def combinations(iterable, r):
    pool = tuple(iterable)
    if r < 0:
        raise ValueError('r must be non-negative')
    return _combinations(pool, len(pool), r)

def _combinations(pool, n, r):
    if r > n:
        return
    chosen = [i for i in range(r)]
    yield pool[:r]
    while (made := next_combination(pool, chosen, False)) is not None:
        yield made

def combinations_with_replacement(iterable, r):
    pool = tuple(iterable)
    if r < 0:
        raise ValueError('r must be non-negative')
    return _combinations_with_replacement(pool, len(pool), r)

def _combinations_with_replacement(pool, n, r):
    if not n and r:
        return
    chosen = [0] * r
    yield tuple([pool[i] for i in chosen])
    while (made := next_combination(pool, chosen, True)) is not None:
        yield made

class groupby:
    def __init__(self, iterable, key=None):
        self._iterator = iter(iterable)
        self._key = key
        self._state = 'fresh'
        self._group = None

    def __iter__(self):
        return self

    def _advance(self):
        for item in self._iterator:
            self._item = item
            self._next = item if self._key is None else self._key(item)
            self._state = 'waiting'
            return
        self._state = 'over'

    def __next__(self):
        if self._state == 'fresh':
            self._advance()
        else:
            # What is left of the group before is passed over.
            while self._state != 'over' and self._next == self._current:
                self._advance()
        if self._state == 'over':
            raise StopIteration
        self._current = self._next
        self._group = group = object()
        return self._current, self._items(group, self._current)

    def _items(self, group, key):
        while self._group is group and self._state != 'over' and self._next == key:
            yield self._item
            if self._group is not group:
                return
            self._advance()
