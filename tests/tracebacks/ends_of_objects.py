# What is alive at the end is finalized in the order in which it was made, after what `atexit` calls.
import atexit


class Named:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("end of", self.name, helper())


def helper():
    return "(globals are there)"


def steps():
    try:
        yield 1
    finally:
        print("generator closed")


second = Named("first made")
first = Named("second made")
several = [Named(i) for i in range(3)]
left = steps()
next(left)
atexit.register(print, "at exit")


def fails():
    local = Named("local")
    raise KeyError("missing")


try:
    fails()
except KeyError:
    print("caught before its variables end")
raise SystemExit(1)
