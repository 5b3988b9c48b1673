# A program may make a circle of contexts; what is raised then does not run around in it.
def circle():
    try:
        raise ValueError(1)
    except ValueError as problem:
        problem.__context__ = problem
        raise TypeError(2)

try:
    circle()
except TypeError as problem:
    first = problem.__context__
    print(repr(problem), repr(first), first.__context__ is first)

class Named(Exception):
    pass

# The newest, then a circle of the three oldest.
try:
    try:
        raise Named("a")
    except Named as a:
        try:
            raise Named("b")
        except Named as b:
            try:
                raise Named("c")
            except Named as c:
                a.__context__ = c
                try:
                    raise Named("d")
                except Named as d:
                    raise Named("e")
except Named as e:
    names = []
    while len(names) < 7:
        names.append(e.args[0])
        e = e.__context__
    print(names)

# expect:
# TypeError(2) ValueError(1) True
# ['e', 'd', 'c', 'b', 'a', 'c', 'b']
