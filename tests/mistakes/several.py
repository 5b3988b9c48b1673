def f(a):
    class Inner:
        pass
    return {1: 2}
try:
    f(1)
except ValueError:
    pass
return 5
break
x = [i for i in range(3)]
