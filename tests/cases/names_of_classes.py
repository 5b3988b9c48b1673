# What a class is called is its own: subclasses inherit no name.
class A: pass
A.__qualname__ = "Q"; A.__name__ = "N"
class B(A): __name__ = "own"
print(A.__qualname__, A.__name__, B.__qualname__, B.__name__, B().__name__)

# expect:
# Q N B B own
