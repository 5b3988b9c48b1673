from enum import Enum, unique
class Color(Enum):
    RED = 1
    GREEN = 2
def redefine():
    class Twice(Enum):
        A = 1
        A = 2
def extend():
    class More(Color):
        BLUE = 3
def duplicate():
    @unique
    class Same(Enum):
        A = 1
        B = 1
for call in (lambda: Color(9), lambda: Color["NOPE"], lambda: Color.NOPE, lambda: setattr(Color, "RED", 5),
             lambda: Color.RED < Color.GREEN, redefine, extend, duplicate):
    try:
        print(call())
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        print(type(error).__name__, error)

# expect:
# ValueError 9 is not a valid Color
# KeyError 'NOPE'
# AttributeError NOPE
# AttributeError cannot reassign member 'RED'
# TypeError '<' not supported between instances of 'Color' and 'Color'
# TypeError 'A' already defined as 1
# TypeError <enum 'More'> cannot extend <enum 'Color'>
# ValueError duplicate values found in <enum 'Same'>: B -> A
