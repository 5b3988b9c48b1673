from abc import ABCMeta as _ABCMeta, abstractmethod as _abstractmethod
from collections import namedtuple
from collections.abc import Mapping as _Mapping
from math import ceil as _ceil
from _file_table import Entry as _Entry, add as _add, entry_of as _entry_of, ready as _ready, release as _release
from _file_table import table as _table

__all__ = [
    'BaseSelector', 'DefaultSelector', 'EVENT_READ', 'EVENT_WRITE', 'EpollSelector', 'PollSelector', 'SelectSelector',
    'SelectorKey',
]

EVENT_READ = 1
EVENT_WRITE = 2

SelectorKey = namedtuple('SelectorKey', ['fileobj', 'fd', 'events', 'data'])


# What is registered, by the files: it shows what is registered later, too.
class _SelectorMapping(_Mapping):
    def __init__(self, selector):
        self._selector = selector

    def __len__(self):
        return len(self._selector._keys)

    def __getitem__(self, fileobj):
        key = self._selector._keys.get(self._selector._found(fileobj))
        if key is None:
            raise KeyError('%r is not registered' % (fileobj,))
        return key

    def __iter__(self):
        return iter(self._selector._keys)


class BaseSelector(metaclass=_ABCMeta):
    @_abstractmethod
    def register(self, fileobj, events, data=None):
        raise NotImplementedError

    @_abstractmethod
    def unregister(self, fileobj):
        raise NotImplementedError

    def modify(self, fileobj, events, data=None):
        self.unregister(fileobj)
        return self.register(fileobj, events, data)

    @_abstractmethod
    def select(self, timeout=None):
        raise NotImplementedError

    def close(self):
        pass

    def get_key(self, fileobj):
        mapping = self.get_map()
        if mapping is None:
            raise RuntimeError('Selector is closed')
        try:
            return mapping[fileobj]
        except KeyError:
            raise KeyError('%r is not registered' % (fileobj,)) from None

    @_abstractmethod
    def get_map(self):
        raise NotImplementedError

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


class _BaseSelectorImpl(BaseSelector):
    # Whether changes are refused once it is closed, and so told.
    _refusal = None
    _is_closed = False

    def __init__(self):
        self._keys = {}
        # What stood behind the numbers when they were registered.
        self._entries = {}
        self._map = _SelectorMapping(self)

    # A file that is closed by now is still known by its number.
    def _found(self, fileobj):
        if isinstance(fileobj, int):
            number = fileobj
        else:
            try:
                number = int(fileobj.fileno())
            except (AttributeError, TypeError, ValueError):
                number = None
        if number is None or number < 0:
            for known, key in self._keys.items():
                if key.fileobj is fileobj:
                    return known
            if number is None:
                raise ValueError('Invalid file object: %r' % (fileobj,))
            raise ValueError('Invalid file descriptor: %d' % number)
        return number

    def _check_open(self):
        if self._is_closed and self._refusal:
            raise ValueError(self._refusal)

    def register(self, fileobj, events, data=None):
        if not events or events & ~3:
            raise ValueError('Invalid events: %r' % (events,))
        number = self._found(fileobj)
        if number in self._keys:
            raise KeyError('%r (FD %d) is already registered' % (fileobj, number))
        self._check_open()
        self._admit(number)
        self._entries[number] = _table.get(number)
        key = self._keys[number] = SelectorKey(fileobj, number, events, data)
        return key

    def _admit(self, number):
        pass

    def unregister(self, fileobj):
        try:
            key = self._keys.pop(self._found(fileobj))
        except KeyError:
            raise KeyError('%r is not registered' % (fileobj,)) from None
        del self._entries[key.fd]
        return key

    # The key stays the same where nothing changes.
    def modify(self, fileobj, events, data=None):
        number = self._found(fileobj)
        key = self._keys.get(number)
        if key is None:
            raise KeyError('%r is not registered' % (fileobj,))
        if events != key.events:
            self.unregister(fileobj)
            return self.register(fileobj, events, data)
        if data != key.data:
            key = self._keys[number] = key._replace(data=data)
        return key

    # Times are rounded up to whole milliseconds, as epoll's.
    def select(self, timeout=None):
        self._check_open()
        if timeout is not None:
            timeout = 0 if timeout <= 0 else _ceil(timeout * 1e3) * 1e-3
        # Nobody hears of a file that is closed.
        table, entries = _table, self._entries
        wanted = {number: key.events for number, key in self._keys.items() if table.get(number) is entries[number]}
        ready = _ready(wanted, timeout)
        return [(self._keys[number], bits) for number, bits in ready.items() if number in self._keys]

    def close(self):
        self._keys.clear()
        self._entries.clear()
        self._map = None
        self._is_closed = True

    def get_map(self):
        return self._map


class SelectSelector(_BaseSelectorImpl):
    pass


class PollSelector(_BaseSelectorImpl):
    pass


class EpollSelector(_BaseSelectorImpl):
    _refusal = 'I/O operation on closed epoll object'

    def __init__(self):
        super().__init__()
        self._number = _add(_Entry('watch', None))

    def _admit(self, number):
        if _entry_of(number).kind == 'file':
            raise PermissionError(1, 'Operation not permitted')

    def fileno(self):
        self._check_open()
        return self._number

    def close(self):
        super().close()
        if self._number is not None:
            _release(self._number)
            self._number = None

    def __del__(self):
        if self._number is not None:
            _release(self._number)


DefaultSelector = EpollSelector
