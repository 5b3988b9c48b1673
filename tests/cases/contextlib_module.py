from contextlib import ContextDecorator, ExitStack, closing, contextmanager, nullcontext, suppress


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    finally:
        print(f"</{name}>")


with tag("a") as a, tag("b") as b:
    print(a, b)
try:
    with tag("x"):
        raise ValueError("inside")
except ValueError as error:
    print("caught", error)


@contextmanager
def swallow(kind):
    try:
        yield
    except kind as error:
        print("swallowed", error)


with swallow(KeyError):
    raise KeyError("k")
try:
    with swallow(KeyError):
        raise IndexError("other")
except IndexError as error:
    print("passed", error)


@tag("deco")
def work(x):
    return x + 1


print(work(1), work(2), work.__name__)


class Thing:
    def close(self):
        print("closed")


with closing(Thing()) as thing:
    print(type(thing).__name__)
with suppress(ZeroDivisionError, KeyError):
    1 / 0
with suppress():
    print("nothing to suppress")
try:
    with suppress(KeyError):
        raise ValueError("not suppressed")
except ValueError as error:
    print(error)
with nullcontext(5) as five:
    print(five)
with ExitStack() as stack:
    stack.enter_context(tag("one"))
    stack.callback(print, "callback", 1, sep="-")
    stack.enter_context(tag("two"))
    print("inside")
try:
    with ExitStack() as stack:
        stack.callback(print, "cleanup")
        stack.enter_context(suppress(KeyError))
        raise KeyError("gone")
    print("after")
except KeyError:
    print("never")


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def never():
    if False:
        yield


for bad in (twice, never):
    try:
        with bad():
            pass
    except RuntimeError as error:
        print(error)


class Timer(ContextDecorator):
    def __enter__(self):
        print("start")
        return self

    def __exit__(self, *exc):
        print("stop", exc[0])


@Timer()
def job():
    return "done"


print(job())
# expect:
# <a>
# <b>
# A B
# </b>
# </a>
# <x>
# </x>
# caught inside
# swallowed 'k'
# passed other
# <deco>
# </deco>
# <deco>
# </deco>
# 2 3 work
# Thing
# closed
# nothing to suppress
# not suppressed
# 5
# <one>
# <two>
# inside
# </two>
# callback-1
# </one>
# cleanup
# after
# generator didn't stop
# generator didn't yield
# start
# stop None
# done
