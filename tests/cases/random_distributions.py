import random

rng = random.Random(12345)
print(rng.expovariate(2.0), rng.normalvariate(1, 2), rng.lognormvariate(0, 0.5), rng.triangular(0, 10, 3), rng.triangular())
print(rng.betavariate(2, 3), rng.gammavariate(0.5, 1), rng.gammavariate(1, 2), rng.gammavariate(9, 0.5))
print(rng.paretovariate(3), rng.weibullvariate(1, 1.5), rng.vonmisesvariate(0, 4), rng.vonmisesvariate(1, 0))
state = rng.getstate()
first = [rng.random() for _ in range(3)]
rng.setstate(state)
print(first == [rng.random() for _ in range(3)], state[0], len(state[1]), state[2])
print(rng.sample(["red", "blue"], counts=[4, 2], k=4), rng.randrange(2 ** 100), rng.getrandbits(0))
for bad in (
    lambda: rng.randrange(0), lambda: rng.randrange(5, 5), lambda: rng.randint(3, 1), lambda: rng.choice([]),
    lambda: rng.sample([1, 2], 3), lambda: rng.choices([1, 2], weights=[1]), lambda: rng.choices([1], weights=[0]),
    lambda: rng.getrandbits(-1), lambda: rng.randrange(1, 10, 0),
):
    try:
        print(bad())
    except (ValueError, IndexError, TypeError) as error:
        print(type(error).__name__, error)


class Dice(random.Random):
    def roll(self):
        return self.randint(1, 6)


print([Dice(3).roll(), Dice(3).roll()], Dice(4).roll())
one, other = random.Random(7), random.Random(7)
print(one.random() == other.random(), one.random() == random.Random(7).random())
import warnings
with warnings.catch_warnings():
    warnings.simplefilter('ignore')
    for given in (1.5,), (1, 2.5), (1, 5, 1.5), ('x',), (1.0,):
        try:
            print(random.randrange(*given))
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    for given in (1.5, 3), (1, 2.5), (2.0, 2.0):
        try:
            print(random.randint(*given))
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)

# expect:
# 0.2694581427281587 -0.09387369718962657 0.5458213568713445 2.202415655111688 0.2492658062024655
# 0.5335006241038002 0.01168273686030275 1.062462801834583 4.5172135995305185
# 1.52667865088429 0.35407073749039286 5.988556337274796 6.078871570587986
# True 3 625 None
# ['blue', 'red', 'blue', 'red'] 270527133754633986488992845504 0
# ValueError empty range for randrange()
# ValueError empty range for randrange() (5, 5, 0)
# ValueError empty range for randrange() (3, 2, -1)
# IndexError Cannot choose from an empty sequence
# ValueError Sample larger than population or is negative
# ValueError The number of weights does not match the population
# ValueError Total of weights must be greater than zero
# ValueError number of bits must be non-negative
# ValueError zero step for randrange()
# [2, 2] 2
# True False
# ValueError non-integer arg 1 for randrange()
# ValueError non-integer stop for randrange()
# ValueError non-integer step for randrange()
# ValueError invalid literal for int() with base 10: 'x'
# 0
# ValueError non-integer arg 1 for randrange()
# ValueError non-integer stop for randrange()
# 2
