from enum import Enum, StrEnum, auto
class Mode(StrEnum):
    READ = auto()
    READ_WRITE = auto()
    OTHER = "else"
print(Mode.READ, repr(Mode.READ_WRITE), Mode.OTHER, Mode.READ == "read", Mode.OTHER.upper(), f"{Mode.READ}!", Mode("else"))
class Old(str, Enum):
    X = "x"
print(Old.X, Old.X == "x", repr(Old.X), Old.X.value, Old.X + "y", {"x": 1}[Old.X])

# expect:
# read <Mode.READ_WRITE: 'read_write'> else True ELSE read! else
# Old.X True <Old.X: 'x'> x xy 1
