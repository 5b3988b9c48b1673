# What is thrown into a generator has the generator's own exception as its context, never its caller's.
def chain(error):
    told = []
    while error is not None:
        told.append(repr(error))
        error = error.__context__
    return told


def resting():
    yield


def handling():
    try:
        raise KeyError("own")
    except KeyError:
        yield


def delegating():
    yield from handling()


async def waiting(inner):
    try:
        await inner
    finally:
        raise IndexError("left")


class Once:
    def __await__(self):
        yield


def thrown(generator, error):
    try:
        try:
            raise ValueError("caller's")
        except ValueError:
            generator.throw(error)
    except Exception as told:
        print(chain(told))


for make in (resting, handling, delegating):
    begun = make()
    next(begun)
    thrown(begun, TypeError("thrown"))
    ended = make()
    ended.close()
    thrown(ended, TypeError("thrown"))
    thrown(make(), TypeError("thrown"))
coroutine = waiting(Once())
coroutine.send(None)
thrown(coroutine, TypeError("thrown"))

# expect:
# ["TypeError('thrown')"]
# ["TypeError('thrown')"]
# ["TypeError('thrown')"]
# ["TypeError('thrown')", "KeyError('own')"]
# ["TypeError('thrown')"]
# ["TypeError('thrown')"]
# ["TypeError('thrown')", "KeyError('own')"]
# ["TypeError('thrown')"]
# ["TypeError('thrown')"]
# ["IndexError('left')", "TypeError('thrown')"]
