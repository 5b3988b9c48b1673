# What a property calls need not be a function.
import functools
import operator


class Called:
    def __call__(self, *given):
        return 'called', len(given)


class Numbers:
    def __init__(self):
        self.values = [3, 4]
        self.me = self

    def __len__(self):
        return len(self.values)

    def times(self, factor):
        return [factor * value for value in self.values]

    plain = property(operator.attrgetter('values'))
    deep = property(operator.attrgetter('me.me.values'))
    first = property(operator.methodcaller('times', 10))
    length = property(len)
    kind = property(type)
    tupled = property(functools.partial(lambda mark, self: (mark, self.values), 'mark'))
    counted = property(Called(), Called())
    told = property(None, functools.partial(print, 'set'), functools.partial(print, 'deleted'))

    def __repr__(self):
        return 'Numbers()'


class More(Numbers):
    def both(self):
        return super().plain, super().length


class WithFallback:
    value = property(operator.attrgetter('missing'))

    def __getattr__(self, name):
        return f'no {name}'


class Meta(type):
    title = property(operator.attrgetter('__name__'))


class Titled(metaclass=Meta):
    pass


numbers = Numbers()
print(numbers.plain, numbers.deep, numbers.first, numbers.length, numbers.kind, numbers.tupled, numbers.counted)
numbers.counted = 1
numbers.told = 2
del numbers.told
print(More().both(), getattr(numbers, 'plain'), WithFallback().value, Titled.title)
try:
    numbers.length()
except TypeError as exc:
    print(exc)

# expect:
# [3, 4] [3, 4] [30, 40] 2 <class '__main__.Numbers'> ('mark', [3, 4]) ('called', 1)
# set Numbers() 2
# deleted Numbers()
# ([3, 4], 2) [3, 4] no missing Titled
# 'int' object is not callable
