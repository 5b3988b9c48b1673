__all__ = ['heapify', 'heappop', 'heappush', 'heappushpop', 'heapreplace', 'merge', 'nlargest', 'nsmallest']

from _heapq import _heapify_max, _heappop_max, _heapreplace_max, heapify, heappop, heappush, heappushpop, heapreplace

# What waits is ranked by lists: a value or its key, the place of its iterable, which is never the same, the value, the iterator.
def merge(*iterables, key=None, reverse=False):
    waiting = []
    make, replace, pop, step = heapify, heapreplace, heappop, 1
    if reverse:
        make, replace, pop, step = _heapify_max, _heapreplace_max, _heappop_max, -1
    for place, iterable in enumerate(iterables):
        iterator = iter(iterable)
        for value in iterator:
            waiting.append([value if key is None else key(value), place * step, value, iterator])
            break
    make(waiting)
    while len(waiting) > 1:
        first = waiting[0]
        yield first[2]
        for value in first[3]:
            first[0] = value if key is None else key(value)
            first[2] = value
            replace(waiting, first)
            break
        else:
            pop(waiting)
    for first in waiting:
        yield first[2]
        yield from first[3]

def _is_all(n, iterable):
    try:
        return n >= len(iterable)
    except (TypeError, AttributeError):
        return False

def nsmallest(n, iterable, key=None):
    if n == 1:
        return _only(min, iterable, key)
    if _is_all(n, iterable):
        return sorted(iterable, key=key)[:n]
    return _best(n, iterable, key, False)

def nlargest(n, iterable, key=None):
    if n == 1:
        return _only(max, iterable, key)
    if _is_all(n, iterable):
        return sorted(iterable, key=key, reverse=True)[:n]
    return _best(n, iterable, key, True)

def _only(choose, iterable, key):
    nothing = object()
    found = choose(iterable, default=nothing, key=key)
    return [] if found is nothing else [found]

# The best so far are in a heap with the worst of them first: tuples of a value or its key, its place, and the value.
def _best(n, iterable, key, falls):
    iterator = iter(iterable)
    step = -1 if falls else 1
    kept = []
    for place in range(n):
        for value in iterator:
            kept.append((value if key is None else key(value), place * step, value))
            break
    if not kept:
        return kept
    make, replace = (heapify, heapreplace) if falls else (_heapify_max, _heapreplace_max)
    make(kept)
    worst = kept[0][0]
    place = n
    for value in iterator:
        rank = value if key is None else key(value)
        if worst < rank if falls else rank < worst:
            replace(kept, (rank, place * step, value))
            worst = kept[0][0]
            place += 1
    kept.sort(reverse=falls)
    return [value for _, _, value in kept]
