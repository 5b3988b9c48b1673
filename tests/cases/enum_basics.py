from enum import Enum, unique
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1
    def describe(self):
        return f"{self.name} is {self.value}"
    @classmethod
    def default(cls):
        return cls.RED
    @property
    def low(self):
        return self.name.lower()
print(Color.RED, repr(Color.RED), Color(2), Color["BLUE"], Color.RED.name, Color.RED.value, Color.CRIMSON is Color.RED)
print(list(Color), len(Color), Color.RED in Color, Color.RED == 1, Color.RED is Color(1), Color.GREEN.describe())
print(Color.default(), Color.BLUE.low, Color, type(Color.RED), isinstance(Color.RED, Color), {Color.RED: 1})
print(Color.__members__, [one.name for one in reversed(Color)])
match Color.GREEN:
    case Color.RED:
        print("red")
    case Color.GREEN:
        print("green")

# expect:
# Color.RED <Color.RED: 1> Color.GREEN Color.BLUE RED 1 True
# [<Color.RED: 1>, <Color.GREEN: 2>, <Color.BLUE: 3>] 3 True False True GREEN is 2
# Color.RED blue <enum 'Color'> <enum 'Color'> True {<Color.RED: 1>: 1}
# {'RED': <Color.RED: 1>, 'GREEN': <Color.GREEN: 2>, 'BLUE': <Color.BLUE: 3>, 'CRIMSON': <Color.RED: 1>} ['BLUE', 'GREEN', 'RED']
# green
