# Calls that give fewer arguments than there are parameters, or more than have a name of their own.
def defaults(a, b=2, c=[]):
    c.append(a)
    return a, b, len(c)


def rest(a, *more):
    return a, more


def both(a, b=[], *more):
    b = b + [a]
    return a, b, more


def only_rest(*more):
    return more


class Owner:
    def method(self, a, b="b", *more):
        return a, b, more

    def spread(self, *more):
        return self.method(*more)

    def again(self, *more):
        more = more + (len(more),)
        return self.spread(*more)

    def __enter__(self):
        return self

    def __exit__(self, *more):
        self.left = more[0]
        return True


print(defaults(1), defaults(1, 3), defaults(1, 3, [0]), defaults(5))
print(rest(1), rest(1, 2), rest(*range(5)))
print(both(1), both(1, [2]), both(1, [2], 3, 4))
print(only_rest(), only_rest([1]), only_rest(*"abc"))
owner = Owner()
print(owner.method(1), owner.method(1, 2), owner.method(1, 2, 3))
print(owner.spread(1), owner.spread(1, [2], 3), owner.again(1, 2), owner.again(1))

for call in (rest, defaults, owner.spread, lambda: defaults(1, 2, [], 4), lambda: owner.method()):
    try:
        print(call())
    except TypeError as error:
        print(error)

kept = []
for i in range(100):
    kept.append(only_rest(kept, i, str(i)))
    with owner as same:
        assert same is owner
        if i % 2:
            raise KeyError(i)
print(len(kept), kept[7][1:], kept[99][0] is kept, owner.left)


def spread_anything(*more):
    more = list(more)
    return only_rest(*more)


def spread_iterators(*more):
    more = (item for item in more)
    return only_rest(*more)


print(spread_anything(1, 2), spread_iterators(3, 4))


def spread_nothing(*more):
    more = 5
    return only_rest(*more)


try:
    spread_nothing()
except TypeError as error:
    print(str(error).split(".")[-1])

# expect:
# (1, 2, 1) (1, 3, 2) (1, 3, 2) (5, 2, 3)
# (1, ()) (1, (2,)) (0, (1, 2, 3, 4))
# (1, [1], ()) (1, [2, 1], ()) (1, [2, 1], (3, 4))
# () ([1],) ('a', 'b', 'c')
# (1, 'b', ()) (1, 2, ()) (1, 2, (3,))
# (1, 'b', ()) (1, [2], (3,)) (1, 2, (2,)) (1, 1, ())
# rest() missing 1 required positional argument: 'a'
# defaults() missing 1 required positional argument: 'a'
# Owner.method() missing 1 required positional argument: 'a'
# defaults() takes from 1 to 3 positional arguments but 4 were given
# Owner.method() missing 1 required positional argument: 'a'
# 100 (7, '7') True <class 'KeyError'>
# (1, 2) (3, 4)
# only_rest() argument after * must be an iterable, not int
