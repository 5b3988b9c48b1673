def f(xs):
    for x in xs:
        y = [x, str(x) * 2, (1, [2])]
        print(len(y[1]))
        y[0] + None
f(['a', 'b'])
# expect:
# 2
# raises: TypeError: can only concatenate str (not "NoneType") to str
