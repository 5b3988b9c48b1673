from abc import ABC, abstractmethod
from functools import cached_property


class Shape(ABC):
    def __init__(self, name):
        self.name = name

    @abstractmethod
    def area(self):
        ...

    @property
    @abstractmethod
    def sides(self):
        ...

    def describe(self):
        return f"{self.name}: {self.area()} by {self.sides}"


class Square(Shape):
    def __init__(self, size):
        super().__init__("square")
        self.size = size

    def area(self):
        return self.size ** 2

    @property
    def sides(self):
        return 4


class Half(Shape):
    def area(self):
        return 0


print(Square(3).describe(), isinstance(Square(1), Shape))
for kind in (Shape, Half):
    try:
        kind("x")
    except TypeError as error:
        print(error)


class Data:
    calls = 0

    @cached_property
    def total(self):
        Data.calls += 1
        return 42


data = Data()
print(data.total, data.total, Data.calls)
# expect:
# square: 9 by 4 True
# Can't instantiate abstract class Shape with abstract methods area, sides
# Can't instantiate abstract class Half with abstract method sides
# 42 42 1
