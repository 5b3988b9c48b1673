# What a selector has registered shows in its map, goes on under the same key where nothing changes, and ends with it.
import selectors
import socket


def told(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as error:
        print(type(error).__name__, str(error).split(", type=")[0])


print(issubclass(selectors.DefaultSelector, selectors.BaseSelector))
told(selectors.BaseSelector)
near, far = socket.socketpair()
for kind in (selectors.DefaultSelector, selectors.SelectSelector, selectors.PollSelector):
    with kind() as selector:
        selected = selector.get_map()
        key = selector.register(near, selectors.EVENT_READ, "first")
        print(len(selected), near in selected, far in selected, selected[near] is key, near.fileno() in selected)
        selector.register(far, selectors.EVENT_WRITE)
        print(len(selected), [selected[number].fileobj is each for number, each in zip(selected, (near, far))])
        print(selector.modify(near, selectors.EVENT_READ, "first") is key, selector.modify(near, 1, "second").data)
        told(selector.modify, 99, 1)
        told(selector.register, "nothing", 1)
        told(selector.register, -1, 1)
        told(selected.__getitem__, 99)
    print(selector.get_map())
    told(selector.get_key, near)
told(selectors.DefaultSelector.register, selector, 99, 0)
closed = selectors.DefaultSelector()
closed.close()
told(closed.select, 0)
told(closed.register, near, 1)
near.close()
far.close()

# expect:
# True
# TypeError Can't instantiate abstract class BaseSelector with abstract methods get_map, register, select, unregister
# 1 True False True True
# 2 [True, True]
# True second
# KeyError '99 is not registered'
# ValueError Invalid file object: 'nothing'
# ValueError Invalid file descriptor: -1
# KeyError '99 is not registered'
# None
# RuntimeError Selector is closed
# 1 True False True True
# 2 [True, True]
# True second
# KeyError '99 is not registered'
# ValueError Invalid file object: 'nothing'
# ValueError Invalid file descriptor: -1
# KeyError '99 is not registered'
# None
# RuntimeError Selector is closed
# 1 True False True True
# 2 [True, True]
# True second
# KeyError '99 is not registered'
# ValueError Invalid file object: 'nothing'
# ValueError Invalid file descriptor: -1
# KeyError '99 is not registered'
# None
# RuntimeError Selector is closed
# ValueError Invalid events: 0
# ValueError I/O operation on closed epoll object
# ValueError I/O operation on closed epoll object
