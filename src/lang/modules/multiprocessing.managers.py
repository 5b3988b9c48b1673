# Objects in a process of their own, and proxies for them: each call goes to the server and back, and is executed there by
# the thread that serves this client. An object lives as long as its server.

from _fork import checked as _checked
from _process import adopt as _adopt, close as _close, pipe as _pipe, traceback as _traceback
from multiprocessing import context, util
from multiprocessing.connection import Connection
import _fork
import queue
import signal
import threading

__all__ = ['BaseManager', 'SyncManager', 'BaseProxy', 'Token', 'SharedMemoryManager']


class Token:
    def __init__(self, typeid, address, id):
        self.typeid = typeid
        self.address = address
        self.id = id

    def __repr__(self):
        return '%s(typeid=%r, address=%r, id=%r)' % (type(self).__name__, self.typeid, self.address, self.id)


class RemoteError(Exception):
    def __str__(self):
        return '\n' + '-' * 75 + '\n' + str(self.args[0]) + '-' * 75


# An address is the writing end of the pipe on which a server waits for clients. A client makes two pipes, and is one as
# soon as the server has told it so.
def _connect(address):
    _checked(_adopt(address))
    door = Connection(None, address)
    here_r, there_w = _checked(_pipe())
    there_r, here_w = _checked(_pipe())
    client = Connection(here_r, here_w)
    door._send_bytes(('%d %d' % (there_r, there_w)).encode())
    client._recv(1)
    _close(there_r)
    _close(there_w)
    door.close()
    return client


class Server:
    def __init__(self, registry):
        self.registry = registry
        door, opener = _checked(_pipe())
        self.address = opener
        self._opener = Connection(None, opener)
        self._door = Connection(door)
        self.objects = {}
        self.numbers = 0
        self.mutex = threading.Lock()
        self.over = threading.Event()

    def serve_forever(self):
        accepter = threading.Thread(target=self._accept, daemon=True, name='accepter')
        accepter.start()
        self.over.wait()

    def _accept(self):
        while True:
            reader, writer = [int(end) for end in self._door._recv_bytes().split()]
            _checked(_adopt(reader))
            _checked(_adopt(writer))
            client = Connection(reader, writer)
            client._write(b'!')
            threading.Thread(target=self._serve_client, args=(client,), daemon=True, name='server').start()

    def _serve_client(self, client):
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
                reply = ('#ERROR', error)
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
        try:
            obj, exposed, typeids = self.objects[number]
        except KeyError:
            raise RemoteError('no object %r\n' % number)
        if name == '#STR':
            return ('#RETURN', repr(obj))
        if name not in exposed and not (name in _SLICES and '__getitem__' in exposed):
            raise AttributeError('method %r of %r object is not in exposed=%r' % (name, type(obj), exposed))
        result = _METHODS[name](obj, *args, **kwds) if name in _METHODS else getattr(obj, name)(*args, **kwds)
        typeid = typeids.get(name) if typeids else None
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
            obj = args[0]
        else:
            obj = kind[0](*args, **kwds)
        return ('#RETURN', self._keep(typeid, obj))

    def _do_shutdown(self):
        self.over.set()
        return ('#RETURN', None)


# A slice travels as its three parts.
_SLICES = ('#GETSLICE', '#SETSLICE', '#DELSLICE')


def _is_slice(key):
    return not isinstance(key, int) and hasattr(key, 'step')


# What operators mean, by their names.
_METHODS = {
    '__getitem__': lambda obj, key: obj[key], '__contains__': lambda obj, key: key in obj,
    '__len__': lambda obj: len(obj), '__iter__': lambda obj: list(obj), '__add__': lambda obj, other: obj + other,
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
    names = {name for kind in type(obj).__mro__ for name in getattr(kind, '__dict__', ()) if name[0] != '_'}
    return sorted(name for name in names if callable(getattr(obj, name)))


def _dispatch(client, number, name, args=(), kwds={}):
    client.send((number, name, args, kwds))
    try:
        kind, result = client.recv()
    except BaseException:
        # What was asked may never be answered, or only when nobody waits for it any more.
        client._is_lost = True
        raise
    if kind == '#RETURN' or kind == '#PROXY':
        return kind, result
    if kind == '#ERROR':
        raise result
    raise RemoteError('Unserializable message: %s\n' % result)


_clients = threading.local()


# The running thread's connection to a server. A forked process has none.
def _client_of(address):
    known = getattr(_clients, 'known', None)
    if known is None or known[0] != _fork.generation:
        known = _clients.known = (_fork.generation, {})
    client = known[1].get(address)
    if client is None:
        client = known[1][address] = _connect(address)
    return client


class BaseProxy:
    def __init__(self, token, exposed=None):
        self._token = token
        self._id = token.id
        self._exposed = exposed

    def _callmethod(self, methodname, args=(), kwds={}):
        token = self._token
        kind, result = _dispatch(_client_of(token.address), self._id, methodname, args, kwds)
        if kind == '#PROXY':
            return _proxy_for(*result)
        return result

    def _getvalue(self):
        return self._callmethod('#GETVALUE')

    def __reduce__(self):
        return _rebuild, (type(self), self._token, self._exposed)

    def __repr__(self):
        return '<%s object, typeid %r at %#x>' % (type(self).__name__, self._token.typeid, id(self))

    def __str__(self):
        return _dispatch(_client_of(self._token.address), self._id, '#STR')[1]


def _rebuild(kind, token, exposed):
    return kind(token, exposed)


# A proxy that has the methods that its object has.
class AutoProxy(BaseProxy):
    def __getattr__(self, name):
        exposed = self.__dict__.get('_exposed')
        if exposed is None or name not in exposed:
            raise AttributeError("'AutoProxy[%s]' object has no attribute %r" % (
                self._token.typeid if '_token' in self.__dict__ else '', name))
        return lambda *args, **kwds: self._callmethod(name, args, kwds)

    def __repr__(self):
        return '<AutoProxy[%s] object, typeid %r at %#x>' % (self._token.typeid, self._token.typeid, id(self))


_proxy_types = {}


def _proxy_for(token, exposed):
    return _proxy_types.get(token.typeid, AutoProxy)(token, exposed)


class IteratorProxy(BaseProxy):
    def __iter__(self):
        return self

    def __next__(self, *args):
        return self._callmethod('__next__', args)


class AcquirerProxy(BaseProxy):
    def acquire(self, blocking=True, timeout=None):
        return self._callmethod('acquire', (blocking,) if timeout is None else (blocking, timeout))

    def release(self):
        return self._callmethod('release')

    def __enter__(self):
        return self._callmethod('acquire')

    def __exit__(self, kind, value, traceback):
        return self._callmethod('release')


class ConditionProxy(AcquirerProxy):
    def wait(self, timeout=None):
        return self._callmethod('wait', (timeout,))

    def notify(self, n=1):
        return self._callmethod('notify', (n,))

    def notify_all(self):
        return self._callmethod('notify_all')

    def wait_for(self, predicate, timeout=None):
        from time import monotonic
        result = predicate()
        end = None if timeout is None else monotonic() + timeout
        left = timeout
        while not result:
            if end is not None:
                left = end - monotonic()
                if left <= 0:
                    break
            self.wait(left)
            result = predicate()
        return result


class EventProxy(BaseProxy):
    def is_set(self):
        return self._callmethod('is_set')

    def set(self):
        return self._callmethod('set')

    def clear(self):
        return self._callmethod('clear')

    def wait(self, timeout=None):
        return self._callmethod('wait', (timeout,))


class BarrierProxy(BaseProxy):
    def wait(self, timeout=None):
        return self._callmethod('wait', (timeout,))

    def abort(self):
        return self._callmethod('abort')

    def reset(self):
        return self._callmethod('reset')

    @property
    def parties(self):
        return self._callmethod('__getattribute__', ('parties',))

    @property
    def n_waiting(self):
        return self._callmethod('__getattribute__', ('n_waiting',))

    @property
    def broken(self):
        return self._callmethod('__getattribute__', ('broken',))


class Namespace:
    def __init__(self, /, **kwds):
        self.__dict__.update(kwds)

    def __repr__(self):
        items = ['%s=%r' % (name, value) for name, value in self.__dict__.items() if not name.startswith('_')]
        items.sort()
        return '%s(%s)' % (type(self).__name__, ', '.join(items))


class NamespaceProxy(BaseProxy):
    def __getattr__(self, name):
        if name[0] == '_':
            return object.__getattribute__(self, name)
        return object.__getattribute__(self, '_callmethod')('__getattribute__', (name,))

    def __setattr__(self, name, value):
        if name[0] == '_':
            return object.__setattr__(self, name, value)
        return object.__getattribute__(self, '_callmethod')('__setattr__', (name, value))

    def __delattr__(self, name):
        if name[0] == '_':
            return object.__delattr__(self, name)
        return object.__getattribute__(self, '_callmethod')('__delattr__', (name,))


class Value:
    def __init__(self, typecode, value, lock=True):
        self._typecode = typecode
        self._value = value

    def get(self):
        return self._value

    def set(self, value):
        self._value = value

    def __repr__(self):
        return '%s(%r, %r)' % (type(self).__name__, self._typecode, self._value)


class ValueProxy(BaseProxy):
    def get(self):
        return self._callmethod('get')

    def set(self, value):
        return self._callmethod('set', (value,))

    value = property(get, set)


def Array(typecode, sequence, lock=True):
    return list(sequence)


class _SequenceProxy(BaseProxy):
    def __len__(self):
        return self._callmethod('__len__')

    def __getitem__(self, key):
        if _is_slice(key):
            return self._callmethod('#GETSLICE', (key.start, key.stop, key.step))
        return self._callmethod('__getitem__', (key,))

    def __setitem__(self, key, value):
        if _is_slice(key):
            return self._callmethod('#SETSLICE', (key.start, key.stop, key.step, value))
        return self._callmethod('__setitem__', (key, value))

    # One call for each item, as by any object that has no more than __getitem__.
    def __iter__(self):
        at = 0
        while True:
            try:
                item = self[at]
            except IndexError:
                return
            yield item
            at += 1


class ArrayProxy(_SequenceProxy):
    pass


class ListProxy(_SequenceProxy):
    def __contains__(self, item):
        return self._callmethod('__contains__', (item,))

    def __delitem__(self, key):
        if _is_slice(key):
            return self._callmethod('#DELSLICE', (key.start, key.stop, key.step))
        return self._callmethod('__delitem__', (key,))

    def __add__(self, other):
        return self._callmethod('__add__', (other,))

    def __mul__(self, times):
        return self._callmethod('__mul__', (times,))

    __rmul__ = __mul__

    def __reversed__(self):
        return iter(self._callmethod('__reversed__'))

    def __iadd__(self, value):
        self._callmethod('extend', (value,))
        return self

    def append(self, item):
        return self._callmethod('append', (item,))

    def count(self, item):
        return self._callmethod('count', (item,))

    def extend(self, items):
        return self._callmethod('extend', (items,))

    def index(self, *args):
        return self._callmethod('index', args)

    def insert(self, at, item):
        return self._callmethod('insert', (at, item))

    def pop(self, *args):
        return self._callmethod('pop', args)

    def remove(self, item):
        return self._callmethod('remove', (item,))

    def reverse(self):
        return self._callmethod('reverse')

    def sort(self, **kwds):
        return self._callmethod('sort', (), kwds)


class DictProxy(BaseProxy):
    def __len__(self):
        return self._callmethod('__len__')

    def __getitem__(self, key):
        return self._callmethod('__getitem__', (key,))

    def __setitem__(self, key, value):
        return self._callmethod('__setitem__', (key, value))

    def __delitem__(self, key):
        return self._callmethod('__delitem__', (key,))

    def __contains__(self, key):
        return self._callmethod('__contains__', (key,))

    def __iter__(self):
        return iter(self._callmethod('__iter__'))

    def clear(self):
        return self._callmethod('clear')

    def copy(self):
        return self._callmethod('copy')

    def get(self, *args):
        return self._callmethod('get', args)

    def items(self):
        return self._callmethod('items')

    def keys(self):
        return self._callmethod('keys')

    def pop(self, *args):
        return self._callmethod('pop', args)

    def popitem(self):
        return self._callmethod('popitem')

    def setdefault(self, *args):
        return self._callmethod('setdefault', args)

    def update(self, *args, **kwds):
        return self._callmethod('update', args, kwds)

    def values(self):
        return self._callmethod('values')


def _run_server(registry, writer, initializer, initargs):
    _run(Server(registry), writer, initializer, initargs)


def _run_memory_server(registry, writer, initializer, initargs):
    _run(SharedMemoryServer(registry), writer, initializer, initargs)


def _run(server, writer, initializer, initargs):
    # Ctrl-C is the manager's, who ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if initializer is not None:
        initializer(*initargs)
    writer.send(server.address)
    writer.close()
    server.serve_forever()


class BaseManager:
    _registry = {}
    _runs = staticmethod(_run_server)

    def __init__(self, address=None, authkey=None, serializer='pickle', ctx=None, *, shutdown_timeout=1.0):
        if address is not None:
            raise NotImplementedError('gilsim does not have managers at an address')
        self._ctx = ctx or context._default_context.get_context()
        self._address = None
        self._process = None
        self._state = 'INITIAL'

    @property
    def address(self):
        return self._address

    def start(self, initializer=None, initargs=()):
        if self._state != 'INITIAL':
            raise context.ProcessError('Already started server' if self._state == 'STARTED' else 'Manager has shut down')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        reader, writer = self._ctx.Pipe(duplex=False)
        self._process = self._ctx.Process(target=self._runs, args=(self._registry, writer, initializer, initargs))
        self._process.name = type(self).__name__ + '-' + ':'.join(str(part) for part in self._process._identity)
        self._process.start()
        writer.close()
        self._address = reader.recv()
        # As long as there is a manager, there is a way to its server.
        _checked(_adopt(self._address))
        reader.close()
        self._state = 'STARTED'
        self.shutdown = util.Finalize(self, _shut_down, (self,), exitpriority=0)

    def join(self, timeout=None):
        if self._process is not None:
            self._process.join(timeout)

    def _create(self, typeid, /, *args, **kwds):
        if self._state != 'STARTED':
            raise AssertionError('server not yet started')
        return _dispatch(_client_of(self._address), None, 'create', (typeid,) + args, kwds)[1]

    def __enter__(self):
        if self._state == 'INITIAL':
            self.start()
        return self

    def __exit__(self, kind, value, traceback):
        self.shutdown()

    @classmethod
    def register(cls, typeid, callable=None, proxytype=None, exposed=None, method_to_typeid=None, create_method=True):
        if '_registry' not in cls.__dict__:
            cls._registry = cls._registry.copy()
        exposed = exposed or _EXPOSED.get(proxytype)
        cls._registry[typeid] = (callable, exposed, method_to_typeid)
        if proxytype is not None:
            _proxy_types[typeid] = proxytype
        if create_method:
            def create(self, /, *args, **kwds):
                return _proxy_for(*self._create(typeid, *args, **kwds))
            create.__name__ = typeid
            setattr(cls, typeid, create)


def _shut_down(manager):
    manager._state = 'SHUTDOWN'
    process = manager._process
    if process.is_alive():
        try:
            client = _client_of(manager._address)
            if getattr(client, '_is_lost', False):
                client = _connect(manager._address)
            _dispatch(client, None, 'shutdown')
        except Exception:
            pass
        process.join(timeout=1.0)
        if process.is_alive():
            process.terminate()
            process.join()
    known = getattr(_clients, 'known', None)
    if known is not None and known[0] == _fork.generation:
        client = known[1].pop(manager._address, None)
        if client is not None:
            client.close()
    _close(manager._address)


class SyncManager(BaseManager):
    pass


# A server that removes blocks of shared memory at its end.
class SharedMemoryServer(Server):
    def __init__(self, registry):
        Server.__init__(self, registry)
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


class SharedMemoryManager(BaseManager):
    _runs = staticmethod(_run_memory_server)

    def _ask(self, name, *args):
        if self._state != 'STARTED':
            if self._state == 'INITIAL':
                raise RuntimeError('SharedMemoryManager server not yet started')
            raise RuntimeError('SharedMemoryManager server has shut down')
        return _dispatch(_client_of(self._address), None, name, args)

    def __repr__(self):
        return '%s(%r)' % (type(self).__name__, self._address)

    def __del__(self):
        if self._state == 'STARTED':
            self.shutdown()

    def get_server(self):
        raise NotImplementedError('gilsim runs the servers of managers in processes of their own')

    def SharedMemory(self, size):
        from multiprocessing.shared_memory import SharedMemory
        self._ask('list_segments')
        block = SharedMemory(None, create=True, size=size)
        self._ask('track_segment', block.name)
        return block

    def ShareableList(self, sequence):
        from multiprocessing.shared_memory import ShareableList
        self._ask('list_segments')
        made = ShareableList(sequence)
        self._ask('track_segment', made.shm.name)
        return made


_ACQUIRER = ('acquire', 'release')
_EXPOSED = {
    AcquirerProxy: _ACQUIRER,
    ConditionProxy: _ACQUIRER + ('wait', 'notify', 'notify_all'),
    EventProxy: ('is_set', 'set', 'clear', 'wait'),
    BarrierProxy: ('__getattribute__', 'wait', 'abort', 'reset'),
    NamespaceProxy: ('__getattribute__', '__setattr__', '__delattr__'),
    ValueProxy: ('get', 'set'),
    ArrayProxy: ('__len__', '__getitem__', '__setitem__'),
    IteratorProxy: ('__next__', 'send', 'throw', 'close'),
    ListProxy: ('__add__', '__contains__', '__delitem__', '__getitem__', '__len__', '__mul__', '__reversed__',
                '__setitem__', 'append', 'count', 'extend', 'index', 'insert', 'pop', 'remove', 'reverse', 'sort'),
    DictProxy: ('__contains__', '__delitem__', '__getitem__', '__iter__', '__len__', '__setitem__', 'clear', 'copy',
                'get', 'items', 'keys', 'pop', 'popitem', 'setdefault', 'update', 'values'),
}

SyncManager.register('Queue', queue.Queue)
SyncManager.register('JoinableQueue', queue.Queue)
SyncManager.register('Event', threading.Event, EventProxy)
SyncManager.register('Lock', threading.Lock, AcquirerProxy)
SyncManager.register('RLock', threading.RLock, AcquirerProxy)
SyncManager.register('Semaphore', threading.Semaphore, AcquirerProxy)
SyncManager.register('BoundedSemaphore', threading.BoundedSemaphore, AcquirerProxy)
SyncManager.register('Condition', threading.Condition, ConditionProxy)
SyncManager.register('Barrier', threading.Barrier, BarrierProxy)
SyncManager.register('list', list, ListProxy)
SyncManager.register('dict', dict, DictProxy)
SyncManager.register('Value', Value, ValueProxy)
SyncManager.register('Array', Array, ArrayProxy)
SyncManager.register('Namespace', Namespace, NamespaceProxy)
