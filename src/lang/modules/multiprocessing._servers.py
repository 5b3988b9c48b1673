# The servers of managers: each keeps objects, and has a thread for every client, which executes its calls.

from _fork import checked as _checked
from _process import adopt as _adopt, pipe as _pipe, traceback as _traceback
from multiprocessing.connection import Connection
import sys
import threading


class Token:
    __module__ = 'multiprocessing.managers'

    def __init__(self, typeid, address, id):
        self.typeid = typeid
        self.address = address
        self.id = id

    def __repr__(self):
        return '%s(typeid=%r, address=%r, id=%r)' % (type(self).__name__, self.typeid, self.address, self.id)


# The way in of a server that has no address: a pipe on which clients tell the ends that they have made.
class _Door:
    def __init__(self):
        door, opener = _checked(_pipe())
        self.address = opener
        self._opener = Connection(None, opener)
        self._door = Connection(door)

    def accept(self):
        reader, writer = [int(end) for end in self._door._recv_bytes().split()]
        _checked(_adopt(reader))
        _checked(_adopt(writer))
        client = Connection(reader, writer)
        client._write(b'!')
        return client


class Server:
    __module__ = 'multiprocessing.managers'

    def __init__(self, registry, address=None, authkey=None, serializer='pickle'):
        self.registry = registry
        self.authkey = authkey
        if address is None:
            self.listener = _Door()
        else:
            from multiprocessing.connection import Listener
            self.listener = Listener(address=address, backlog=128)
        self.address = self.listener.address
        self.objects = {}
        self.numbers = 0
        self.mutex = threading.Lock()
        self.stop_event = threading.Event()

    def serve_forever(self):
        accepter = threading.Thread(target=self._accept, daemon=True, name='accepter')
        accepter.start()
        try:
            self.stop_event.wait()
        except (KeyboardInterrupt, SystemExit):
            pass
        finally:
            sys.exit(0)

    def _accept(self):
        while True:
            try:
                client = self.listener.accept()
            except OSError:
                continue
            threading.Thread(target=self._serve_client, args=(client,), daemon=True, name='server').start()

    # Who comes by an address has to show that he knows the key.
    def _is_admitted(self, client):
        if isinstance(self.listener, _Door):
            return True
        from multiprocessing.connection import answer_challenge, deliver_challenge
        try:
            deliver_challenge(client, self.authkey)
            answer_challenge(client, self.authkey)
            return True
        except Exception:
            client.close()
            return False

    def _serve_client(self, client):
        if not self._is_admitted(client):
            return
        while True:
            try:
                request = client.recv()
            except (EOFError, OSError):
                return
            except Exception as error:
                client.send(('#UNSERIALIZABLE', _traceback(error)))
                continue
            try:
                reply = self._answer(request)
            except Exception as error:
                reply = ('#TRACEBACK', _traceback(error))
            try:
                client.send(reply)
            except (BrokenPipeError, EOFError):
                return
            except Exception as error:
                client.send(('#UNSERIALIZABLE', _traceback(error)))

    def _answer(self, request):
        number, name, args, kwds = request
        if number is None:
            return getattr(self, '_do_' + name)(*args, **kwds)
        obj, exposed, typeids = self.objects[number]
        if name not in exposed and not (name in _SLICES and '__getitem__' in exposed):
            try:
                raise AttributeError('method %r of %r object is not in exposed=%r' % (name, type(obj), exposed))
            except AttributeError:
                return ('#RETURN', _OF_ALL[name](obj))
        typeid = typeids.get(name) if typeids else None
        is_operator = name in _METHODS
        method = _METHODS[name] if is_operator else getattr(obj, name)
        try:
            result = method(obj, *args, **kwds) if is_operator else method(*args, **kwds)
        except Exception as error:
            return ('#ERROR', error)
        if typeid is not None:
            return ('#PROXY', self._keep(typeid, result))
        # Views of a dict travel as lists.
        is_view = isinstance(obj, dict) and name in ('items', 'keys', 'values')
        return ('#RETURN', list(result) if is_view else result)

    def _keep(self, typeid, obj):
        kind = self.registry[typeid]
        exposed = kind[1] or public_methods(obj)
        with self.mutex:
            self.numbers += 1
            self.objects[self.numbers] = (obj, tuple(exposed), kind[2])
        return Token(typeid, self.address, self.numbers), tuple(exposed)

    def _do_create(self, typeid, *args, **kwds):
        kind = self.registry[typeid]
        if kind[0] is None:
            if kwds or len(args) != 1:
                raise ValueError('Without callable, must have one non-keyword argument')
            obj = args[0]
        else:
            obj = kind[0](*args, **kwds)
        return ('#RETURN', self._keep(typeid, obj))

    def _do_shutdown(self):
        self.stop_event.set()
        return ('#RETURN', None)

    def _do_dummy(self):
        return ('#RETURN', None)


# A slice travels as its three parts.
_SLICES = ('#GETSLICE', '#SETSLICE', '#DELSLICE')


# What every object has, exposed or not.
_OF_ALL = {'__str__': lambda obj: str(obj), '__repr__': lambda obj: repr(obj), '#GETVALUE': lambda obj: obj}

# What operators mean, by their names.
_METHODS = {
    '__getitem__': lambda obj, key: obj[key], '__contains__': lambda obj, key: key in obj,
    '__len__': lambda obj: len(obj), '__iter__': lambda obj: iter(obj), '__next__': lambda obj: next(obj),
    '__add__': lambda obj, other: obj + other,
    '__mul__': lambda obj, other: obj * other, '__reversed__': lambda obj: list(reversed(obj)),
    '__getattribute__': lambda obj, name: getattr(obj, name),
    '__setattr__': lambda obj, name, value: setattr(obj, name, value),
    '__delattr__': lambda obj, name: delattr(obj, name),
}


def _set_item(obj, key, value):
    obj[key] = value


def _delete_item(obj, key):
    del obj[key]


def _set_slice(obj, start, stop, step, items):
    obj[start:stop:step] = items


def _delete_slice(obj, start, stop, step):
    del obj[start:stop:step]


_METHODS['#GETSLICE'] = lambda obj, start, stop, step: obj[start:stop:step]
_METHODS['#SETSLICE'] = _set_slice
_METHODS['#DELSLICE'] = _delete_slice
_METHODS['__setitem__'] = _set_item
_METHODS['__delitem__'] = _delete_item


def public_methods(obj):
    return [name for name in dir(obj) if name[0] != '_' and callable(getattr(obj, name))]


# A server that removes blocks of shared memory at its end.
class SharedMemoryServer(Server):
    __module__ = 'multiprocessing.managers'

    def __init__(self, *args, **kwargs):
        Server.__init__(self, *args, **kwargs)
        self.segments = []

    def _do_track_segment(self, name):
        self.segments.append(name)
        return ('#RETURN', None)

    def _do_release_segment(self, name):
        self.segments.remove(name)
        return ('#RETURN', None)

    def _do_list_segments(self):
        return ('#RETURN', list(self.segments))

    def _do_shutdown(self):
        from multiprocessing.shared_memory import SharedMemory
        while self.segments:
            block = SharedMemory(self.segments.pop())
            block.close()
            block.unlink()
        return Server._do_shutdown(self)
