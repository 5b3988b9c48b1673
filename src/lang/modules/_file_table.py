# The numbers of a program's open files: what stands behind each of them. What is opened gets the lowest number that is
# free, as under POSIX; the numbers that the system below gives are others, and are never given twice.

from _fork import checked as _checked
from _heapq import heappop as _heappop, heappush as _heappush
from _process import close as _close_end, poll as _poll_ends, read as _read_end, unread as _unread_bytes
from _process import write as _write_end
from _socket import close as _close_socket, poll as _poll_sockets, receive as _receive, receive_from as _receive_from
from _socket import send as _send
from time import monotonic as _monotonic

READABLE = 1
WRITABLE = 2
# Told only of who asks for them.
HUNG_UP = 4
FAILED = 8

# Ends of pipes that have no number in the table, as those of `multiprocessing`, begin there.
_FIRST_END = 1 << 20
# How long sockets are watched before pipes are looked at again.
_TURN = 0.001

# By number.
table = {}
_free = []
_next = 3


# What was opened: several numbers may stand for it.
class Entry:
    is_blocking = True
    inheritable = False
    # Where somebody wants to hear of changes only.
    edges = None

    def __init__(self, kind, native):
        self.kind = kind
        self.native = native
        self.count = 0

    def close(self):
        if self.kind == 'socket':
            _checked(_close_socket(self.native))
        elif self.kind == 'end':
            _checked(_close_end(self.native))
        elif self.kind == 'file':
            self.native.close()


# What has been done with a file since somebody was told of it: how much was read, and whether a call found it not ready.
class Edges:
    taken = 0
    refused = False


# How many bytes have come that nobody has read; -1 where that cannot be said.
def unread(entry):
    if entry.kind == 'socket' and entry.type == 1:
        reply = _receive(entry.native, 1 << 20, False, True)
        if not isinstance(reply, tuple):
            return len(reply)
        return 0 if reply[0] == 11 else -1
    return -1


# The standard streams have theirs from the beginning.
for _number in range(3):
    table[_number] = Entry('stream', _number)
    table[_number].count = 1


def add(entry):
    global _next
    if _free:
        number = _heappop(_free)
    else:
        number = _next
        _next += 1
    table[number] = entry
    entry.count += 1
    return number


def put(entry, number):
    global _next
    if number in table:
        release(number)
    while _next <= number:
        _heappush(_free, _next)
        _next += 1
    _free.remove(number)
    _free.sort()
    table[number] = entry
    entry.count += 1


def entry_of(number):
    entry = table.get(number)
    if entry is None:
        if number < _FIRST_END:
            raise OSError(9, 'Bad file descriptor')
        entry = Entry('end', number)
    return entry


# The number is free again; what nobody has a number of is closed.
def release(number):
    entry = table.pop(number, None)
    if entry is None:
        if number < _FIRST_END:
            raise OSError(9, 'Bad file descriptor')
        _checked(_close_end(number))
        return
    if number > 2:
        _heappush(_free, number)
    entry.count -= 1
    if entry.count <= 0:
        entry.close()


# Of an open file, given when it is first asked for.
def number_of_open(file):
    if file.closed:
        raise ValueError('I/O operation on closed file')
    if file._number is None:
        file._number = add(Entry('file', file))
    return file._number


# A file of the program was closed, by itself or by its number.
def close_file(file):
    number = file._number
    file._number = None
    entry = table.get(number)
    if entry is not None and entry.native is file:
        release(number)


def number_of(file):
    if isinstance(file, int):
        number = file
    elif hasattr(file, 'fileno'):
        number = file.fileno()
        if not isinstance(number, int):
            raise TypeError('fileno() returned a non-integer')
    else:
        raise TypeError('argument must be an int, or have a fileno() method.')
    if number < 0:
        raise ValueError('file descriptor cannot be a negative integer (%d)' % number)
    return number


# A call has given this.
def note(edges, reply):
    if isinstance(reply, bytes):
        edges.taken += len(reply)
    elif isinstance(reply, list):
        edges.taken += 1
    elif isinstance(reply, tuple):
        edges.refused = True


def read(number, most):
    entry = entry_of(number)
    if entry.kind == 'socket':
        if entry.type == 2:
            reply = _checked(_receive_from(entry.native, most, entry.is_blocking))
            return reply[0] if isinstance(reply, list) else reply
        data = _receive(entry.native, most, entry.is_blocking)
        if entry.edges is not None:
            note(entry.edges, data)
        return _checked(data)
    if entry.kind == 'end':
        if not entry.is_blocking and not _checked(_poll_ends([entry.native], 0)):
            if entry.edges is not None:
                entry.edges.refused = True
            raise BlockingIOError(11, 'Resource temporarily unavailable')
        if entry.edges is not None:
            entry.edges.taken += 1
        return _checked(_read_end(entry.native, most))
    if entry.kind == 'file':
        return entry.native.read(most)
    import sys
    return sys.__stdin__.buffer.readline(most)


def write(number, data):
    entry = entry_of(number)
    data = bytes(data)
    if entry.kind == 'socket':
        return _checked(_send(entry.native, data, entry.is_blocking, False))
    if entry.kind == 'end':
        _checked(_write_end(entry.native, data))
    elif entry.kind == 'file':
        entry.native.write(data)
        entry.native.flush()
    else:
        import sys
        stream = sys.__stdout__ if entry.native == 1 else sys.__stderr__
        stream.buffer.write(data)
        stream.flush()
    return len(data)


# The bits of those that are ready, by their numbers: waits until one of them is, or the time is over. Sockets that the
# caller watches by the system's numbers end it, too.
def ready(wanted, timeout, also=None):
    limit = None
    while True:
        sockets, names, twins, ends, found = dict(also or ()), {}, {}, [], {}
        for number, bits in wanted.items():
            entry = table.get(number)
            if entry is not None and entry.kind == 'socket':
                native = entry.native
                if native in sockets:
                    # Several numbers stand for it.
                    sockets[native] |= bits
                    twins.setdefault(native, []).append(number)
                else:
                    sockets[native] = bits
                    names[native] = number
                continue
            kind = 'end' if entry is None else entry.kind
            native = number if entry is None else entry.native
            if kind == 'end':
                if bits & (READABLE | WRITABLE) != WRITABLE:
                    ends.append(native)
                    names[-native] = number
                if bits & WRITABLE and not bits & READABLE:
                    found[number] = WRITABLE
            elif kind != 'watch':
                found[number] = bits & (READABLE | WRITABLE)
        if found:
            timeout = 0
        if ends:
            replies = _ready_of_both(sockets, ends, timeout)
        else:
            replies = _checked(_poll_sockets(sockets, timeout)), ()
        gone = False
        of_sockets = replies[0]
        for i in range(0, len(of_sockets), 2):
            native, bits = of_sockets[i], of_sockets[i + 1]
            number = names.get(native)
            if number is not None:
                # It may have been closed by another thread.
                if number not in table:
                    gone = True
                elif bits & wanted[number]:
                    found[number] = bits & wanted[number]
            for number in twins.get(native, ()):
                if number in table and bits & wanted[number]:
                    found[number] = bits & wanted[number]
        for native in replies[1]:
            number = names[-native]
            is_over = wanted[number] & HUNG_UP and not _checked(_unread_bytes(native))
            found[number] = HUNG_UP if is_over else READABLE
        if found or not gone:
            return found
        wanted = {number: bits for number, bits in wanted.items() if number in table or number >= _FIRST_END}
        if timeout is not None:
            limit = _monotonic() + timeout if limit is None else limit
            timeout = max(0, limit - _monotonic())


def _ready_of_both(sockets, ends, timeout):
    if not sockets:
        return (), _checked(_poll_ends(ends, timeout))
    limit = None if timeout is None else _monotonic() + timeout
    turn = 0
    while True:
        replies = _checked(_poll_sockets(sockets, turn)), _checked(_poll_ends(ends, 0))
        if replies[0] or replies[1] or limit is not None and _monotonic() >= limit:
            return replies
        turn = _TURN if limit is None else max(0, min(_TURN, limit - _monotonic()))
