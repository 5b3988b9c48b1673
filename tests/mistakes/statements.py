with open('x') as f:
    pass
raise ValueError('x')
def g():
    yield 1
async def h():
    await g()
@staticmethod
def k(*args, b=1, **kw):
    nonlocal_ = lambda: 1
def m(a, /, b, *, c):
    pass
match 1:
    case 1:
        pass
while True:
    def n():
        continue
