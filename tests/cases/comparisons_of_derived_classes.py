# Which method of which operand a comparison asks, and in which order.
class Base:
    def __eq__(self, other):
        print("Base ==")
        return NotImplemented

    def __lt__(self, other):
        print("Base <")
        return NotImplemented

class Derived(Base):
    def __eq__(self, other):
        print("Derived ==")
        return NotImplemented

    def __gt__(self, other):
        print("Derived >")
        return "greater"

class Inheriting(Base):
    pass

class Left:
    def __eq__(self, other):
        print("Left ==")
        return NotImplemented

class Right:
    def __eq__(self, other):
        print("Right ==")
        return NotImplemented

    def __ne__(self, other):
        print("Right !=")
        return NotImplemented

print(Base() == Derived(), Derived() == Base())
print(Base() != Derived(), Base() < Derived())
print(Base() == Inheriting(), Inheriting() == Base())
print(Left() == Right(), Left() != Right(), Right() != Left(), Left() != Left())

class Number(int):
    def __gt__(self, other):
        return "asked first"

    def __eq__(self, other):
        return "equal"

    __hash__ = int.__hash__

print(5 < Number(1), 5 > Number(1), 5 == Number(1), 5 != Number(1), Number(2) > 1)

class Items(list):
    def __eq__(self, other):
        return "items"

print([1] == Items([2]), Items([2]) == [1], [1] != Items([1]))

# expect:
# Derived ==
# Base ==
# Derived ==
# Base ==
# False False
# Derived ==
# Base ==
# Derived >
# True greater
# Base ==
# Base ==
# Base ==
# Base ==
# False False
# Left ==
# Right ==
# Left ==
# Right !=
# Right !=
# Left ==
# Left ==
# Left ==
# False True True True
# asked first True equal True asked first
# items items False
