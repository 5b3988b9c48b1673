from enum import Enum
class Op(Enum):
    ADD = "+"
    MUL = "*"
    def __call__(self, a, b):
        return a + b if self is Op.ADD else a * b
    @staticmethod
    def parse(text):
        return Op(text)
    def __str__(self):
        return f"<{self.value}>"
print(Op.ADD(2, 3), Op.parse("*")(2, 3), str(Op.ADD), f"{Op.MUL}", repr(Op.MUL), Op.ADD.__class__.__name__, [str(op) for op in Op])
class Base(Enum):
    def hello(self):
        return f"hello {self.name}"
class Child(Base):
    X = 1
print(Child.X.hello(), isinstance(Child.X, Base), Child.__mro__[1].__name__, Child(1) is Child.X)

# expect:
# 5 6 <+> <*> <Op.MUL: '*'> Op ['<+>', '<*>']
# hello X True Base True
