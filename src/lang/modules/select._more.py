# Linux's own way of watching files. Executed in the variables of `select` when it is first wanted.

from _file_table import Edges as _Edges, unread as _unread
from time import monotonic as _monotonic

EPOLLIN = 1
EPOLLPRI = 2
EPOLLOUT = 4
EPOLLERR = 8
EPOLLHUP = 16
EPOLLRDNORM = 64
EPOLLRDBAND = 128
EPOLLWRNORM = 256
EPOLLWRBAND = 512
EPOLLMSG = 1024
EPOLLRDHUP = 8192
EPOLLEXCLUSIVE = 1 << 28
EPOLLWAKEUP = 1 << 29
EPOLLONESHOT = 1 << 30
EPOLLET = 1 << 31
EPOLL_CLOEXEC = 524288

# Between two looks at files of which only changes are to be told.
_TURN = 0.001


class _Watch:
    # Of the bits that were told, those that will not be told again before something has changed.
    told = 0
    unread = 0

    def __init__(self, entry, events):
        self.entry = entry
        self.events = events
        if events & EPOLLET and entry is not None and entry.edges is None:
            entry.edges = _Edges()

    # What is to be watched; nothing of who has been told once.
    def wanted(self):
        if self.events & EPOLLONESHOT and self.told:
            return 0
        return _bits_of(self.events) & ~self.told if self.events & EPOLLET else _bits_of(self.events)

    # Whether something may have changed since it was told.
    def look(self, bits):
        edges = None if self.entry is None else self.entry.edges
        if edges is None or edges.refused:
            self.told = 0
        else:
            self.told &= bits
            now = _unread(self.entry)
            if now > self.unread - edges.taken or now < 0 and edges.taken:
                self.told = 0

    def tell(self, bits):
        self.told = bits
        edges = None if self.entry is None else self.entry.edges
        if edges is not None:
            edges.refused = False
            edges.taken = 0
            self.unread = _unread(self.entry)


class epoll:
    def __init__(self, sizehint=-1, flags=0):
        if sizehint != -1 and sizehint <= 0:
            raise ValueError('negative sizehint')
        self._watches = {}
        self._number = _add(_Entry('watch', None))

    @classmethod
    def fromfd(cls, fd, /):
        raise NotImplementedError('gilsim has epoll objects by themselves only: keep the object in place of its number')

    @property
    def closed(self):
        return self._number is None

    def close(self):
        if self._number is not None:
            _release(self._number)
            self._number = None
            self._watches.clear()

    def __del__(self):
        self.close()

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *raised):
        self.close()

    def fileno(self):
        self._check_open()
        return self._number

    def _check_open(self):
        if self._number is None:
            raise ValueError('I/O operation on closed epoll object')

    # Files that were closed are not watched any more.
    def _known(self, fd):
        self._check_open()
        number = _number(fd)
        entry = _table.get(number)
        if entry is None:
            _entry_of(number)
        watch = self._watches.get(number)
        if watch is not None and watch.entry is not entry:
            del self._watches[number]
            watch = None
        return number, entry, watch

    def register(self, fd, eventmask=EPOLLIN | EPOLLPRI | EPOLLOUT):
        number, entry, watch = self._known(fd)
        if watch is not None:
            raise FileExistsError(17, 'File exists')
        if entry is not None and entry.kind == 'file':
            raise PermissionError(1, 'Operation not permitted')
        self._watches[number] = _Watch(entry, eventmask)

    def modify(self, fd, eventmask):
        number, entry, watch = self._known(fd)
        if watch is None:
            raise FileNotFoundError(2, 'No such file or directory')
        self._watches[number] = _Watch(entry, eventmask)

    def unregister(self, fd):
        number, entry, watch = self._known(fd)
        if watch is None:
            raise FileNotFoundError(2, 'No such file or directory')
        del self._watches[number]

    def poll(self, timeout=None, maxevents=-1):
        self._check_open()
        if timeout is not None and not isinstance(timeout, (int, float)):
            raise TypeError('timeout must be a real number or None')
        if maxevents == 0 or maxevents < -1:
            raise ValueError('maxevents must be greater than 0, got %d' % maxevents)
        if timeout is not None and timeout < 0:
            timeout = None
        limit = None if timeout is None else _monotonic() + timeout
        while True:
            wanted, patient = self._wanted()
            turn = timeout if limit is None or timeout == 0 else max(0, limit - _monotonic())
            if patient and (turn is None or turn > _TURN):
                turn = _TURN
            found = self._told(_ready(wanted, turn), maxevents)
            if found or limit is not None and _monotonic() >= limit:
                return found

    # The bits by number, and whether there are files of which only a change is to be told.
    def _wanted(self):
        wanted, spent = {}, {}
        for number, watch in list(self._watches.items()):
            if _table.get(number) is not watch.entry:
                del self._watches[number]
            elif watch.events & EPOLLET and watch.told and not watch.events & EPOLLONESHOT:
                spent[number] = watch
            else:
                bits = watch.wanted()
                if bits:
                    wanted[number] = bits
        if spent:
            bits = _ready({number: watch.told for number, watch in spent.items()}, 0)
            for number, watch in spent.items():
                watch.look(bits.get(number, 0))
                if watch.wanted():
                    wanted[number] = watch.wanted()
        return wanted, bool(spent)

    def _told(self, ready, maxevents):
        found = []
        for number, bits in ready.items():
            watch = self._watches.get(number)
            if watch is None or len(found) == maxevents:
                continue
            events = _events_of(bits, watch.events)
            if watch.events & (EPOLLET | EPOLLONESHOT):
                watch.tell(bits | watch.told)
            if events:
                found.append((number, events))
        return found
