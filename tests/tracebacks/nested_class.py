class Outer:
    class Inner(Exception):
        pass
def f(*args, key=None):
    class Local(Outer.Inner):
        def __str__(self):
            return ", ".join(map(str, self.args))
    raise Local(*args)
def g():
    try:
        f(1, 2,
          key=3)
    finally:
        print("finally")
g()
