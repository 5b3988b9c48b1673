# Programs that keep what they make, so that the garbage collector looks at it: CPU time, each the fastest of five times,
# milliseconds.

from time import process_time
import gc


class Point:
    def __init__(self, x):
        self.x = x


class Node:
    __slots__ = ('left', 'right')

    def __init__(self, left, right):
        self.left = left
        self.right = right


def lists(n=100_000):
    return [[i] for i in range(n)]


def more_lists():
    return lists(300_000)


def points(n=100_000):
    return [Point(i) for i in range(n)]


def records(n=100_000):
    return [{'number': i, 'text': 'text'} for i in range(n)]


def nested_records(n=50_000):
    return [{'number': i, 'parts': [i]} for i in range(n)]


def pairs(n=300_000):
    return [(i, i) for i in range(n)]


def graph(n=50_000):
    edges = {}
    for i in range(n):
        edges.setdefault(i % 5_000, []).append((i, [i]))
    return edges


def tree(depth=15):
    return None if depth == 0 else Node(tree(depth - 1), tree(depth - 1))


def without_collector():
    gc.disable()
    kept = lists(300_000)
    gc.enable()
    return kept


PROGRAMS = [lists, more_lists, points, records, nested_records, pairs, graph, tree, without_collector]

if __name__ == '__main__':
    for program in PROGRAMS:
        times = []
        for _ in range(5):
            gc.collect()
            start = process_time()
            kept = program()
            times.append(process_time() - start)
            del kept
        print(f"keeping {program.__name__.replace('_', ' ')}: {min(times) * 1e3}")
