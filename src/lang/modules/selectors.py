from collections import namedtuple
from math import ceil as _ceil
from select import _number, _ready

__all__ = [
    'BaseSelector', 'DefaultSelector', 'EVENT_READ', 'EVENT_WRITE', 'EpollSelector', 'PollSelector', 'SelectSelector',
    'SelectorKey',
]

EVENT_READ = 1
EVENT_WRITE = 2

SelectorKey = namedtuple('SelectorKey', ['fileobj', 'fd', 'events', 'data'])


class BaseSelector:
    __module__ = 'selectors'

    def __init__(self):
        self._keys = {}

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def _found(self, fileobj):
        if not isinstance(fileobj, int) and fileobj.fileno() < 0:
            for number, key in self._keys.items():
                if key.fileobj is fileobj:
                    return number
            raise ValueError('Invalid file object: %r' % (fileobj,))
        return _number(fileobj)

    def register(self, fileobj, events, data=None):
        if not events or events & ~3:
            raise ValueError('Invalid events: %r' % (events,))
        number = self._found(fileobj)
        if number in self._keys:
            raise KeyError('%r (FD %d) is already registered' % (fileobj, number))
        key = self._keys[number] = SelectorKey(fileobj, number, events, data)
        return key

    def unregister(self, fileobj):
        try:
            return self._keys.pop(self._found(fileobj))
        except KeyError:
            raise KeyError('%r is not registered' % (fileobj,)) from None

    def modify(self, fileobj, events, data=None):
        self.unregister(fileobj)
        return self.register(fileobj, events, data)

    # Times are rounded up to whole milliseconds, as epoll's.
    def select(self, timeout=None):
        if timeout is not None:
            timeout = 0 if timeout <= 0 else _ceil(timeout * 1e3) * 1e-3
        ready = _ready({number: key.events for number, key in self._keys.items()}, timeout)
        return [(self._keys[number], bits) for number, bits in ready.items()]

    def close(self):
        self._keys = {}

    def get_key(self, fileobj):
        try:
            return self._keys[self._found(fileobj)]
        except KeyError:
            raise KeyError('%r is not registered' % (fileobj,)) from None

    def get_map(self):
        return {key.fileobj: key for key in self._keys.values()}


class SelectSelector(BaseSelector):
    __module__ = 'selectors'


class PollSelector(BaseSelector):
    __module__ = 'selectors'


class EpollSelector(BaseSelector):
    __module__ = 'selectors'


DefaultSelector = EpollSelector
