# Places that remember classes, functions and methods of built-in types, and meet others: each loop goes often through the same
# place with something that it does not remember.
import threading


class Point:
    kind = 'point'

    def __init__(self, x, y=2, *rest, scale=1, **more):
        self.x = x
        self.y = y
        self.rest = rest
        self.more = (scale, more)

    def told(self, *args, sep='-'):
        return sep.join([self.kind, str(self.x), str(self.y)] + [str(arg) for arg in args])


class Late:
    def __init__(self, order):
        for name in order:
            if name == 'a':
                self.a = 1
            elif name == 'b':
                self.b = 2
            else:
                self.c = 3


class Slotted:
    __slots__ = ('a',)

    def set(self, name):
        self.a = 1
        if name == 'b':
            self.b = 2


def attributes():
    for order in ['abc', 'abc', 'cba', 'bb', 'abca', 'cab']:
        print(vars(Late(order)), end=' ')
    print()
    for name in 'aab':
        try:
            one = Slotted()
            one.set(name)
            print(one.a)
        except AttributeError as error:
            print(error)
    points = [Point(1), Point(2, 3), Point(4, 5, 6, 7, scale=8, shade=9)]
    for point in points + points:
        print(point.x, point.y, point.rest, point.more, point.kind)
        del point.y
        point.y = 'new'
        point.kind = 'own'
    print(points[0].__dict__)
    points[0].z = 1
    points[0].x = 2
    print(points[0].__dict__, vars(points[1]))


def hooks():
    class Plain:
        def __init__(self, value):
            self.value = value

    made = [Plain(1)]
    for step in range(4):
        made.append(Plain(step))
        if step == 1:
            Plain.__setattr__ = lambda self, name, value: object.__setattr__(self, name, ('set', value))
        if step == 2:
            del Plain.__setattr__
            Plain.value = property(lambda self: 'property', lambda self, value: print('stored', value))
    print([one.value for one in made], [vars(one) for one in made])


def calls():
    first, second = Point(1), Point(2, 3)
    second.kind = 'second'
    for told in [first.told, second.told, first.told, Point.told]:
        try:
            print(told(), told(1, 2), told(*(3, 4)), told(*[], sep='+'))
        except TypeError as error:
            print(error)
    second.told = lambda *args: args
    for one in [first, second, first]:
        get = one.told
        print(get(5), one.told(6), get(*(7, 8)))

    def plain(a, b=2, /, c=3, *, d=4, e):
        return a, b, c, d, e

    for given, named in [((1,), {'e': 5}), ((1, 2, 3), {'e': 5, 'd': 0}), ((), {'e': 1}), ((1,), {}), ((1,), {'a': 1, 'e': 1}),
                         ((1, 2, 3, 4), {'e': 1}), ((1,), {'c': 9, 'e': 1}), ((1, 2, 3), {'c': 9, 'e': 1})]:
        try:
            print(plain(*given, **named))
        except TypeError as error:
            print(error)
    for turn in range(3):
        print(plain(1, e=turn), plain(1, c=turn, e=0), Point(x=turn, y=0).told(), Point(turn, scale=turn).more)
        for wrong in [lambda: plain(1), lambda: plain(1, f=2, e=1), lambda: plain(1, 2, 3, c=4, e=5), lambda: Point(),
                      lambda: Point(1, x=2), lambda: first.told(sep='', pes='')]:
            try:
                print(wrong())
            except TypeError as error:
                print(error)


class Manager:
    def __init__(self, name):
        self.name = name

    def __enter__(self, more='entered'):
        print(more, self.name)
        return self

    def __exit__(self, *what):
        print('left', self.name, what[0].__name__ if what[0] else None)
        return self.name == 'quiet'


def contexts():
    lock, again = threading.Lock(), threading.RLock()
    shadowed = Manager('shadowed')
    shadowed.__exit__ = shadowed.__enter__ = None
    for manager in [Manager('one'), lock, again, Manager('quiet'), lock, shadowed, 3, again]:
        try:
            with manager as entered:
                if manager is again:
                    with again:
                        print('twice')
                print(entered is manager, entered is True, lock.locked())
                raise KeyError('inside')
        except (KeyError, TypeError) as error:
            print(type(error).__name__, error)
    print(lock.locked())


def conditions():
    state, other = 'PENDING', ''.join(['PEND', 'ING'])
    none = None
    for value in ['PENDING', other, 'DONE', '', None, 0, [], [0], {}, {1: 1}, (), set(), 0.0, 1j, Point, Manager(1)]:
        print(value == state, value != state, value is None, value is not none, value is other, bool(value), end=' ')
        if value:
            print('true', end=' ')
        if not value:
            print('false', end=' ')
        while value is not None:
            break
        else:
            print('none', end='')
        print()
    kinds = [(Point, Manager), Point, (int, str), int | None, KeyError]
    print([[isinstance(value, kind) for kind in kinds] for value in [Point(1), Manager(1), 1, None, 'a', KeyError(), Point]])


def generators():
    async def leaf(value):
        return value

    async def middle(values):
        total = 0
        for value in values:
            total += await leaf(value)
            got = await Wait()
            total += got
        try:
            await Wait()
        finally:
            print('middle ends')
        return total

    class Wait:
        def __await__(self):
            sent = yield 'waits'
            return sent

    for turn in range(2):
        coroutine = middle([1, 2])
        step = coroutine.send
        try:
            print(step(None), coroutine.send(10), step(20))
            print(step(None))
        except StopIteration as end:
            print(end.value)
        try:
            coroutine.send(None)
        except RuntimeError as error:
            print(error)
        try:
            new = middle([1])
            new.send(1)
        except TypeError as error:
            print(error)
        new.close()

    def echo():
        got = None
        while True:
            try:
                got = yield got
            except ValueError as error:
                got = error
            got = yield ('again', got)

    talking = echo()
    print([talking.send(value) for value in [None, 1, 2, 3, 4]], talking.throw(ValueError('x')))
    try:
        raise KeyError
    except KeyError:
        print(talking.send(5), next(talking))


def cells():
    def outer():
        def inner():
            return late
        try:
            inner()
        except NameError as error:
            print(error)
        late = 1
        return inner(), inner()
    print(outer(), outer())


for test in [attributes, hooks, calls, contexts, conditions, generators, cells]:
    test()
# expect:
# {'a': 1, 'b': 2, 'c': 3} {'a': 1, 'b': 2, 'c': 3} {'c': 3, 'b': 2, 'a': 1} {'b': 2} {'a': 1, 'b': 2, 'c': 3} {'c': 3, 'a': 1, 'b': 2} 
# 1
# 1
# 'Slotted' object has no attribute 'b'
# 1 2 () (1, {}) point
# 2 3 () (1, {}) point
# 4 5 (6, 7) (8, {'shade': 9}) point
# 1 new () (1, {}) own
# 2 new () (1, {}) own
# 4 new (6, 7) (8, {'shade': 9}) own
# {'x': 1, 'rest': (), 'more': (1, {}), 'kind': 'own', 'y': 'new'}
# {'x': 2, 'rest': (), 'more': (1, {}), 'kind': 'own', 'y': 'new', 'z': 1} {'x': 2, 'rest': (), 'more': (1, {}), 'kind': 'own', 'y': 'new'}
# stored 3
# ['property', 'property', 'property', 'property', 'property'] [{'value': 1}, {'value': 0}, {'value': 1}, {'value': ('set', 2)}, {}]
# point-1-2 point-1-2-1-2 point-1-2-3-4 point+1+2
# second-2-3 second-2-3-1-2 second-2-3-3-4 second+2+3
# point-1-2 point-1-2-1-2 point-1-2-3-4 point+1+2
# Point.told() missing 1 required positional argument: 'self'
# point-1-2-5 point-1-2-6 point-1-2-7-8
# (5,) (6,) (7, 8)
# point-1-2-5 point-1-2-6 point-1-2-7-8
# (1, 2, 3, 4, 5)
# (1, 2, 3, 0, 5)
# calls.<locals>.plain() missing 1 required positional argument: 'a'
# calls.<locals>.plain() missing 1 required keyword-only argument: 'e'
# calls.<locals>.plain() got some positional-only arguments passed as keyword arguments: 'a'
# calls.<locals>.plain() takes from 1 to 3 positional arguments but 4 positional arguments (and 1 keyword-only argument) were given
# (1, 2, 9, 4, 1)
# calls.<locals>.plain() got multiple values for argument 'c'
# (1, 2, 3, 4, 0) (1, 2, 0, 4, 0) point-0-0 (0, {})
# calls.<locals>.plain() missing 1 required keyword-only argument: 'e'
# calls.<locals>.plain() got an unexpected keyword argument 'f'
# calls.<locals>.plain() got multiple values for argument 'c'
# Point.__init__() missing 1 required positional argument: 'x'
# Point.__init__() got multiple values for argument 'x'
# Point.told() got an unexpected keyword argument 'pes'
# (1, 2, 3, 4, 1) (1, 2, 1, 4, 0) point-1-0 (1, {})
# calls.<locals>.plain() missing 1 required keyword-only argument: 'e'
# calls.<locals>.plain() got an unexpected keyword argument 'f'
# calls.<locals>.plain() got multiple values for argument 'c'
# Point.__init__() missing 1 required positional argument: 'x'
# Point.__init__() got multiple values for argument 'x'
# Point.told() got an unexpected keyword argument 'pes'
# (1, 2, 3, 4, 2) (1, 2, 2, 4, 0) point-2-0 (2, {})
# calls.<locals>.plain() missing 1 required keyword-only argument: 'e'
# calls.<locals>.plain() got an unexpected keyword argument 'f'
# calls.<locals>.plain() got multiple values for argument 'c'
# Point.__init__() missing 1 required positional argument: 'x'
# Point.__init__() got multiple values for argument 'x'
# Point.told() got an unexpected keyword argument 'pes'
# entered one
# True False False
# left one KeyError
# KeyError 'inside'
# False True True
# KeyError 'inside'
# twice
# False True False
# KeyError 'inside'
# entered quiet
# True False False
# left quiet KeyError
# False True True
# KeyError 'inside'
# entered shadowed
# True False False
# left shadowed KeyError
# KeyError 'inside'
# TypeError 'int' object does not support the context manager protocol
# twice
# False True False
# KeyError 'inside'
# False
# True False False True False True true 
# True False False True True True true 
# False True False True False True true 
# False True False True False False false 
# False True True False False False false none
# False True False True False False false 
# False True False True False False false 
# False True False True False True true 
# False True False True False False false 
# False True False True False True true 
# False True False True False False false 
# False True False True False False false 
# False True False True False False false 
# False True False True False True true 
# False True False True False True true 
# False True False True False True true 
# [[True, True, False, False, False], [True, False, False, False, False], [False, False, True, True, False], [False, False, False, True, False], [False, False, True, False, False], [False, False, False, False, True], [False, False, False, False, False]]
# waits waits waits
# middle ends
# 33
# cannot reuse already awaited coroutine
# can't send non-None value to a just-started coroutine
# waits waits waits
# middle ends
# 33
# cannot reuse already awaited coroutine
# can't send non-None value to a just-started coroutine
# [None, ('again', 1), 2, ('again', 3), 4] ('again', ValueError('x'))
# 5 ('again', None)
# cannot access free variable 'late' where it is not associated with a value in enclosing scope
# cannot access free variable 'late' where it is not associated with a value in enclosing scope
# (1, 1) (1, 1)
