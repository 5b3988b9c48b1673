from enum import Enum
class Planet(Enum):
    MERCURY = (3.303e+23, 2.4397e6)
    EARTH = (5.976e+24, 6.37814e6)
    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius
    @property
    def gravity(self):
        return 6.67300E-11 * self.mass / (self.radius ** 2)
print(Planet.EARTH.mass, round(Planet.EARTH.gravity, 3), Planet.EARTH, repr(Planet.MERCURY))
class Letter(Enum):
    A = "a"
    @classmethod
    def _missing_(cls, value):
        for one in cls:
            if one.value == value.lower():
                return one
class Ordered(Enum):
    LOW = 1
    HIGH = 2
    def __lt__(self, other):
        return self.value < other.value
print(Letter("A"), Ordered.LOW < Ordered.HIGH, max(Ordered.LOW, Ordered.HIGH))
Animal = Enum("Animal", "ANT BEE CAT")
print(list(Animal), Animal.BEE.value, Enum("Pair", {"x": 1, "y": 2}).y)

# expect:
# 5.976e+24 9.803 Planet.EARTH <Planet.MERCURY: (3.303e+23, 2439700.0)>
# Letter.A True Ordered.HIGH
# [<Animal.ANT: 1>, <Animal.BEE: 2>, <Animal.CAT: 3>] 2 Pair.y
