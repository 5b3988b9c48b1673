def f(a, a):
    print(x)
    global x
def g(y):
    global y
def h():
    z = 1
    global z
def outer():
    captured = 1
    def inner():
        return captured
    return inner
f(a=1, a=2)
