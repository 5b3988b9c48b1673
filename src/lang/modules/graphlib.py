__all__ = ['CycleError', 'TopologicalSorter']

class CycleError(ValueError):
    pass

class _Node:
    def __init__(self, node):
        self.node = node
        self.waits_for = 0
        self.followers = []
        self.state = 'waiting'

class TopologicalSorter:
    def __init__(self, graph=None):
        self._nodes = {}
        self._ready = None
        self._given_out = self._finished = 0
        for node, predecessors in (graph or {}).items():
            self.add(node, *predecessors)

    def _node(self, node):
        if node not in self._nodes:
            self._nodes[node] = _Node(node)
        return self._nodes[node]

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError('Nodes cannot be added after a call to prepare()')
        known = self._node(node)
        known.waits_for += len(predecessors)
        for predecessor in predecessors:
            self._node(predecessor).followers.append(node)

    def prepare(self):
        if self._ready is not None:
            raise ValueError('cannot prepare() more than once')
        self._ready = [node.node for node in self._nodes.values() if node.waits_for == 0]
        cycle = self._cycle()
        if cycle:
            raise CycleError('nodes are in a cycle', cycle)

    # A walk into the depth: what it meets again of its own way is a cycle.
    def _cycle(self):
        done = set()
        for start in self._nodes:
            if start in done:
                continue
            way, places, rest = [start], {start: 0}, [iter(self._nodes[start].followers)]
            while way:
                for follower in rest[-1]:
                    if follower in places:
                        return way[places[follower]:] + [follower]
                    if follower not in done:
                        places[follower] = len(way)
                        way.append(follower)
                        rest.append(iter(self._nodes[follower].followers))
                        break
                else:
                    node = way.pop()
                    del places[node]
                    rest.pop()
                    done.add(node)
        return None

    def _prepared(self):
        if self._ready is None:
            raise ValueError('prepare() must be called first')

    def get_ready(self):
        self._prepared()
        ready = tuple(self._ready)
        for node in ready:
            self._nodes[node].state = 'given out'
        self._ready.clear()
        self._given_out += len(ready)
        return ready

    def is_active(self):
        self._prepared()
        return self._finished < self._given_out or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        self._prepared()
        for node in nodes:
            known = self._nodes.get(node)
            if known is None:
                raise ValueError(f'node {node!r} was not added using add()')
            if known.state == 'waiting':
                raise ValueError(f'node {node!r} was not passed out (still not ready)')
            if known.state == 'done':
                raise ValueError(f'node {node!r} was already marked done')
            known.state = 'done'
            self._finished += 1
            for follower in known.followers:
                waiting = self._nodes[follower]
                waiting.waits_for -= 1
                if waiting.waits_for == 0:
                    self._ready.append(follower)

    def static_order(self):
        self.prepare()
        while self.is_active():
            ready = self.get_ready()
            yield from ready
            self.done(*ready)
