from typing import Generic, Protocol, TypeVar

T = TypeVar('T')


class Node(Generic[T]):
    __slots__ = ('value', 'next')

    def __init__(self, value: T):
        self.value = value


class Named(Protocol):
    name: str


class Person(Named):
    __slots__ = ('name',)


for one, name in ((Node(1), 'other'), (Person(), 'age')):
    try:
        setattr(one, name, 2)
    except AttributeError as error:
        print(error, hasattr(one, '__dict__'))
print(Node[int](3).value)

# expect:
# 'Node' object has no attribute 'other' False
# 3
