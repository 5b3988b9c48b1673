# Comparisons are made in CPython's order, so that equal items come out in the same one.

def _up(heap, start, at):
    item = heap[at]
    while at > start:
        above = (at - 1) >> 1
        parent = heap[above]
        if not item < parent:
            break
        heap[at] = parent
        at = above
    heap[at] = item

def _down(heap, at):
    # The smaller child moves up all the way; then the item rises from the bottom, which takes fewer comparisons.
    end = len(heap)
    start = at
    item = heap[at]
    child = 2 * at + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _up(heap, start, at)

def heappush(heap, item, /):
    heap.append(item)
    _up(heap, 0, len(heap) - 1)

def heappop(heap, /):
    if isinstance(heap, list) and not heap:
        raise IndexError('index out of range')
    last = heap.pop()
    if heap:
        first = heap[0]
        heap[0] = last
        _down(heap, 0)
        return first
    return last

def heapreplace(heap, item, /):
    first = heap[0]
    heap[0] = item
    _down(heap, 0)
    return first

def heappushpop(heap, item, /):
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _down(heap, 0)
    return item

def heapify(x, /):
    for at in range(len(x) // 2 - 1, -1, -1):
        _down(x, at)

# The same for heaps whose greatest item is first.
def _rise_max(heap, start, at):
    item = heap[at]
    while at > start:
        above = (at - 1) >> 1
        parent = heap[above]
        if not parent < item:
            break
        heap[at] = parent
        at = above
    heap[at] = item

def _sink_max(heap, at):
    end = len(heap)
    start = at
    item = heap[at]
    child = 2 * at + 1
    while child < end:
        right = child + 1
        if right < end and not heap[right] < heap[child]:
            child = right
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _rise_max(heap, start, at)

def _heapify_max(x, /):
    for at in range(len(x) // 2 - 1, -1, -1):
        _sink_max(x, at)

def _heappop_max(heap, /):
    last = heap.pop()
    if heap:
        first = heap[0]
        heap[0] = last
        _sink_max(heap, 0)
        return first
    return last

def _heapreplace_max(heap, item, /):
    first = heap[0]
    heap[0] = item
    _sink_max(heap, 0)
    return first
