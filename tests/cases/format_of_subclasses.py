# Subclasses of built-in types that say themselves how they are formatted, and what they are equal to.


class Money(int):
    def __format__(self, spec):
        return "$" + format(int(self), spec)


class Ratio(float):
    def __format__(self, spec):
        return "~" + float.__format__(self, spec)


class Name(str):
    def __format__(self, spec):
        return "<" + super().__format__(spec) + ">"


class Plain(int):
    pass


print(f"{Money(5):03d} {Money(5)} {Money(5)!r:>3}", format(Money(5), "04d"), format(Money(7)))
print("{:04d} {}".format(Money(3), Money(4)), f"{Ratio(2):.2f} {Ratio(2)}", f"{Name('a'):>3}{Name('b')}")
print(f"{Plain(5):03d} {Plain(5)}", int.__format__(7, "03d"), str.__format__("x", "^5"), f"{'x':{Plain(3)}}|")


class Loose(str):
    def __eq__(self, other):
        return str(self).lower() == str(other).lower()

    __hash__ = str.__hash__


class Any(int):
    def __eq__(self, other):
        return True


class Other:
    def __eq__(self, other):
        return True


print(Loose("A") == "a", "a" == Loose("A"), Loose("A") != "a", "a" != Loose("A"), Loose("A") != Loose("a"))
print(Any(1) == 2, Any(1) != 2, 2 != Any(1), Any(1) != Any(2), Any(1) != Other(), Other() != Any(1))

# expect:
# $005 $5   5 $0005 $7
# $0003 $4 ~2.00 ~2.0 <  a><b>
# 005 5 007   x   x  |
# True True True True True
# True True True True False False
