from functools import cmp_to_key, singledispatch, total_ordering


@total_ordering
class Version:
    def __init__(self, major, minor):
        self.major, self.minor = major, minor

    def __eq__(self, other):
        return (self.major, self.minor) == (other.major, other.minor)

    def __lt__(self, other):
        return (self.major, self.minor) < (other.major, other.minor)


a, b = Version(1, 2), Version(1, 3)
print(a < b, a <= b, a > b, a >= b, a == b, a != b, a <= Version(1, 2), max(a, b) is b)


@total_ordering
class Reverse:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __ge__(self, other):
        return self.n <= other.n


print(Reverse(1) < Reverse(2), Reverse(1) > Reverse(2), Reverse(2) <= Reverse(2))
try:
    @total_ordering
    class Nothing:
        pass
except ValueError as error:
    print(error)
words = ["banana", "fig", "apple", "kiwi"]
print(sorted(words, key=cmp_to_key(lambda a, b: len(a) - len(b))), min(words, key=cmp_to_key(lambda a, b: (a > b) - (a < b))))


@singledispatch
def describe(value):
    return "something"


@describe.register(int)
def _(value):
    return "an int"


@describe.register(list)
def _(value):
    return f"a list of {len(value)}"


print(describe(1), describe([1, 2]), describe("x"), describe(True), describe.__name__)
# expect:
# True True False False False True True True
# False True True
# must define at least one ordering operation: < > <= >=
# ['fig', 'kiwi', 'apple', 'banana'] apple
# an int a list of 2 something an int describe
