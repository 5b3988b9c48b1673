def f(*a, **k):
    return a, k

class C:
    def m(self, *a):
        return len(a)

def tried(call):
    try:
        print(call())
    except TypeError as error:
        print(error)

tried(lambda: f(*1))
tried(lambda: f(**1))
tried(lambda: f(*None))
tried(lambda: f(**None))
tried(lambda: f(1, *2))
tried(lambda: f(*1, *2))
tried(lambda: f(**[1]))
tried(lambda: f(x=1, **5))
tried(lambda: f(**{1: 2}))
tried(lambda: f(a=1, **{'a': 2}))
tried(lambda: max(*1))
tried(lambda: print(**1))
tried(lambda: C().m(*1))
tried(lambda: C().m(**1))
tried(lambda: C(*1))
tried(lambda: (lambda *a: a)(*1))
tried(lambda: f([*1]))
tried(lambda: f((*1,)))
tried(lambda: C().m(*range(1000)))
tried(lambda: max(*range(1000)))
tried(lambda: eval('max(' + ', '.join(map(str, range(300))) + ')'))
tried(lambda: eval('len(f(' + ', '.join(map(str, range(300))) + ')[0])'))

# expect:
# __main__.f() argument after * must be an iterable, not int
# __main__.f() argument after ** must be a mapping, not int
# __main__.f() argument after * must be an iterable, not NoneType
# __main__.f() argument after ** must be a mapping, not NoneType
# Value after * must be an iterable, not int
# Value after * must be an iterable, not int
# __main__.f() argument after ** must be a mapping, not list
# __main__.f() argument after ** must be a mapping, not int
# keywords must be strings
# __main__.f() got multiple values for keyword argument 'a'
# max() argument after * must be an iterable, not int
# print() argument after ** must be a mapping, not int
# __main__.C.m() argument after * must be an iterable, not int
# __main__.C.m() argument after ** must be a mapping, not int
# __main__.C() argument after * must be an iterable, not int
# __main__.<lambda>.<locals>.<lambda>() argument after * must be an iterable, not int
# Value after * must be an iterable, not int
# Value after * must be an iterable, not int
# 1000
# 999
# 299
# 300
