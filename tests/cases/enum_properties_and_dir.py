# Properties of members, what `dir` tells, and what a class is asked for that is none of its members.
import enum
import copy
import pickle


def show(ask):
    try:
        print(ask())
    except Exception as error:
        print(type(error).__name__, error)


class Named(enum.Enum):
    name = 1
    RED = 2
    value = 'v'

for ask in (lambda: Named.RED.name, lambda: Named.name, lambda: Named.name.name, lambda: Named.RED.value,
            lambda: Named.value.value):
    show(ask)


class Plain(enum.Enum):
    RED = 1
    GREEN = 2

    @property
    def low(self):
        return self.name.lower()

    @enum.property
    def up(self):
        return self.name.upper()

for ask in (lambda: Plain.RED.low, lambda: Plain.RED.up, lambda: Plain.name, lambda: Plain.up, lambda: Plain.other,
            lambda: setattr(Plain.RED, 'name', 3), lambda: setattr(Plain.RED, 'up', 3),
            lambda: delattr(Plain.RED, 'value'), lambda: setattr(Plain.RED, 'low', 3), lambda: Plain.RED.GREEN,
            lambda: type(iter(Plain)).__name__, lambda: type(reversed(Plain)).__name__,
            lambda: type(Plain.__dict__['up']), lambda: type(enum.Enum.__dict__['name']),
            lambda: type(Plain.__dict__['RED']), lambda: Plain.__new__(Plain, 2), lambda: Plain.RED == 1,
            lambda: Plain.RED.__dict__, lambda: dir(Plain.RED), lambda: dir(Plain), lambda: Plain(3),
            lambda: Plain([1]), lambda: hasattr(Plain.RED, 'other'),
            lambda: pickle.loads(pickle.dumps(Plain.GREEN)) is Plain.GREEN,
            lambda: copy.deepcopy(Plain.GREEN) is Plain.GREEN, lambda: type(enum.auto())):
    show(ask)


class Unhashable(enum.Enum):
    LIST = [1]

show(lambda: Unhashable([1]))
show(lambda: Unhashable({}))


class Number(enum.IntEnum):
    ONE = 1
    TWO = 2

for ask in (lambda: Number.ONE.name, lambda: Number(2), lambda: Number.__new__(Number, 1),
            lambda: 'real' in dir(Number.ONE) and 'name' in dir(Number.ONE), lambda: 'real' in dir(Number),
            lambda: Number(9), lambda: [one.value for one in reversed(Number)]):
    show(ask)


class Labelled(enum.Enum):
    def __new__(cls, value, label):
        made = object.__new__(cls)
        made._value_ = value
        made.label = label
        return made

    A = (1, 'a')
    B = (2, 'b')

show(lambda: Labelled(2).label)
show(lambda: dir(Labelled.A))
show(lambda: '__new__' in dir(Labelled))


class Forgiving(enum.Enum):
    ANY = 1

    @classmethod
    def _missing_(cls, value):
        return cls.ANY

show(lambda: Forgiving(77))
show(lambda: Forgiving([]))


class Base(enum.Enum):
    def greet(self):
        return 'hi ' + self.name

class Derived(Base):
    ONE = 1

show(lambda: Derived.ONE.greet())
show(lambda: Derived(1))
show(lambda: Base('x'))


class Bits(enum.Flag):
    X = 1
    Y = 2

for ask in (lambda: Bits(3), lambda: list(Bits(3)), lambda: Bits(3).name, lambda: Bits(8), lambda: dir(Bits.X)):
    show(ask)
# expect:
# RED
# Named.name
# name
# 2
# v
# red
# RED
# AttributeError name
# AttributeError up
# AttributeError other
# AttributeError <enum 'Enum'> cannot set attribute 'name'
# AttributeError <enum 'Plain'> cannot set attribute 'up'
# AttributeError <enum 'Enum'> cannot delete attribute 'value'
# AttributeError property 'low' of 'Plain' object has no setter
# Plain.GREEN
# generator
# generator
# <class 'enum.property'>
# <class 'enum.property'>
# <enum 'Plain'>
# Plain.GREEN
# False
# {'_value_': 1, '_name_': 'RED', '__objclass__': <enum 'Plain'>, '_sort_order_': 0}
# ['__class__', '__doc__', '__eq__', '__hash__', '__module__', 'low', 'name', 'up', 'value']
# ['GREEN', 'RED', '__class__', '__contains__', '__doc__', '__getitem__', '__init_subclass__', '__iter__', '__len__', '__members__', '__module__', '__name__', '__qualname__']
# ValueError 3 is not a valid Plain
# ValueError [1] is not a valid Plain
# False
# True
# True
# <class 'enum.auto'>
# Unhashable.LIST
# ValueError {} is not a valid Unhashable
# ONE
# 2
# 1
# True
# True
# ValueError 9 is not a valid Number
# [2, 1]
# b
# ['__class__', '__doc__', '__eq__', '__hash__', '__module__', 'label', 'name', 'value']
# True
# Forgiving.ANY
# Forgiving.ANY
# hi ONE
# Derived.ONE
# TypeError <enum 'Base'> has no members defined
# Bits.X|Y
# [<Bits.X: 1>, <Bits.Y: 2>]
# X|Y
# ValueError <flag 'Bits'> invalid value 8
#     given 0b0 1000
#   allowed 0b0 0011
# ['__class__', '__doc__', '__eq__', '__hash__', '__module__', 'name', 'value']
