# Objects in a process of their own, and proxies for them: each call goes to the server and back, and is executed there by
# the thread that serves this client. An object lives as long as its server.

from _fork import checked as _checked
from _library import work as _library
from _process import adopt as _adopt, close as _close, pipe as _pipe
from multiprocessing import context, process, util
from multiprocessing._servers import Server, SharedMemoryServer, Token, public_methods
from multiprocessing.connection import Connection
import _fork
import queue
import signal
import threading

__all__ = ['BaseManager', 'SyncManager', 'BaseProxy', 'Token', 'SharedMemoryManager']


class RemoteError(Exception):
    def __str__(self):
        return '\n' + '-' * 75 + '\n' + str(self.args[0]) + '-' * 75


# A server's address is that of a listener, or else the writing end of the pipe on which it waits for clients. There a client
# makes two pipes, and is one as soon as the server has told it so.
def _connect(address, authkey):
    if not isinstance(address, int):
        from multiprocessing.connection import Client
        return Client(address, authkey=authkey)
    _library("manager's connection")
    if isinstance(_adopt(address), tuple):
        # Nobody has it any more.
        raise ConnectionRefusedError(111, 'Connection refused')
    door = Connection(None, address)
    here_r, there_w = _checked(_pipe())
    there_r, here_w = _checked(_pipe())
    client = Connection(here_r, here_w)
    try:
        door._send_bytes(('%d %d' % (there_r, there_w)).encode())
        client._recv(1)
    except BrokenPipeError:
        raise ConnectionRefusedError(111, 'Connection refused') from None
    finally:
        _close(there_r)
        _close(there_w)
        door.close()
    return client


def _is_slice(key):
    return not isinstance(key, int) and hasattr(key, 'step')


def _dispatch(client, number, name, args=(), kwds={}):
    try:
        client.send((number, name, args, kwds))
        kind, result = client.recv()
    except BaseException:
        # What was asked may be half told, or never be answered, or only when nobody waits for it any more.
        client._is_lost = True
        raise
    if kind == '#RETURN' or kind == '#PROXY':
        return kind, result
    if kind == '#ERROR':
        raise result
    if kind == '#TRACEBACK':
        raise RemoteError(result)
    raise RemoteError('Unserializable message: %s\n' % result)


_clients = threading.local()


# The running thread's connection to a server. A forked process has none.
def _client_of(address, authkey=None):
    known = getattr(_clients, 'known', None)
    if known is None or known[0] != _fork.generation:
        known = _clients.known = (_fork.generation, {})
    client = known[1].get(address)
    if client is None:
        client = known[1][address] = _connect(address, authkey)
    return client


# CPython makes a connection for each new object, and one for all calls of a thread: it is refused by a server that is gone.
# Here they are one, which by then is broken.
def _ask(address, authkey, is_call, number, name, args, kwds):
    client = _client_of(address, authkey)
    has_called = getattr(client, '_has_called', False)
    if client.closed:
        raise BrokenPipeError(32, 'Broken pipe')
    client._has_called = has_called or is_call
    try:
        return _dispatch(client, number, name, args, kwds)
    except (BrokenPipeError, ConnectionResetError):
        if is_call and has_called or not getattr(client, '_is_lost', False):
            raise
        client._has_called = has_called
        return _dispatch(_connect(address, authkey), number, name, args, kwds)


class BaseProxy:
    _exposed_ = None

    def __init__(self, token, serializer, manager=None, authkey=None, exposed=None, incref=True, manager_owned=False):
        self._token = token
        self._id = token.id
        self._serializer = serializer
        self._manager = manager
        if authkey is None and not isinstance(token.address, int):
            authkey = process.current_process().authkey
        self._authkey = authkey

    def _callmethod(self, methodname, args=(), kwds={}):
        token = self._token
        kind, result = _ask(token.address, self._authkey, True, self._id, methodname, args, kwds)
        if kind == '#PROXY':
            return _proxy_for(*result, self._serializer, self._manager, self._authkey)
        return result

    def _getvalue(self):
        return self._callmethod('#GETVALUE')

    # The key stays in the family of processes.
    def __reduce__(self):
        from multiprocessing.popen import get_spawning_popen
        kwds = {} if get_spawning_popen() is None else {'authkey': self._authkey}
        kind = type(self)
        if getattr(self, '_isauto', False):
            kind = AutoProxy
            kwds['exposed'] = self._exposed_
        return RebuildProxy, (kind, self._token, self._serializer, kwds)

    def __deepcopy__(self, memo):
        return self._getvalue()

    def __repr__(self):
        return '<%s object, typeid %r at %#x>' % (type(self).__name__, self._token.typeid, id(self))

    def __str__(self):
        try:
            return self._callmethod('__repr__')
        except Exception:
            return repr(self)[:-1] + "; '__str__()' failed>"


def RebuildProxy(func, token, serializer, kwds):
    return func(token, serializer, **kwds)


def _method(name):
    def call(self, /, *args, **kwds):
        return self._callmethod(name, args, kwds)
    call.__name__ = name
    call.__qualname__ = name
    return call


# A class of proxies that have these methods.
def MakeProxyType(name, exposed, _cache={}):
    exposed = tuple(exposed)
    made = _cache.get((name, exposed))
    if made is None:
        made = type(name, (BaseProxy,), {method: _method(method) for method in exposed})
        made._exposed_ = exposed
        _cache[name, exposed] = made
    return made


# A proxy that has the methods that its object has.
def AutoProxy(token, serializer, manager=None, authkey=None, exposed=None, incref=True, manager_owned=False):
    made = MakeProxyType('AutoProxy[%s]' % token.typeid, exposed)(
        token, serializer, manager=manager, authkey=authkey, incref=incref, manager_owned=manager_owned)
    made._isauto = True
    return made


_proxy_types = {}


def _proxy_for(token, exposed, serializer, manager, authkey):
    known = manager._registry.get(token.typeid) if manager is not None else None
    kind = _proxy_types.get(token.typeid, AutoProxy) if known is None else known[3]
    return kind(token, serializer, manager=manager, authkey=authkey, exposed=exposed)


class IteratorProxy(BaseProxy):
    _exposed_ = ('__next__', 'send', 'throw', 'close')

    def __iter__(self):
        return self

    def __next__(self, *args):
        return self._callmethod('__next__', args)


class AcquirerProxy(BaseProxy):
    _exposed_ = ('acquire', 'release')

    def acquire(self, blocking=True, timeout=None):
        return self._callmethod('acquire', (blocking,) if timeout is None else (blocking, timeout))

    def release(self):
        return self._callmethod('release')

    def __enter__(self):
        return self._callmethod('acquire')

    def __exit__(self, kind, value, traceback):
        return self._callmethod('release')


class ConditionProxy(AcquirerProxy):
    _exposed_ = ('acquire', 'release', 'wait', 'notify', 'notify_all')

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
    _exposed_ = ('is_set', 'set', 'clear', 'wait')

    def is_set(self):
        return self._callmethod('is_set')

    def set(self):
        return self._callmethod('set')

    def clear(self):
        return self._callmethod('clear')

    def wait(self, timeout=None):
        return self._callmethod('wait', (timeout,))


class BarrierProxy(BaseProxy):
    _exposed_ = ('__getattribute__', 'wait', 'abort', 'reset')

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
    _exposed_ = ('__getattribute__', '__setattr__', '__delattr__')

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
    _exposed_ = ('get', 'set')

    def get(self):
        return self._callmethod('get')

    def set(self, value):
        return self._callmethod('set', (value,))

    value = property(get, set)


def Array(typecode, sequence, lock=True):
    from array import array
    return array(typecode, sequence)


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
    _exposed_ = ('__len__', '__getitem__', '__setitem__')


class ListProxy(_SequenceProxy):
    _exposed_ = ('__add__', '__contains__', '__delitem__', '__getitem__', '__len__', '__mul__', '__reversed__', '__rmul__',
                 '__setitem__', 'append', 'count', 'extend', 'index', 'insert', 'pop', 'remove', 'reverse', 'sort',
                 '__imul__')

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

    def __imul__(self, times):
        self._callmethod('__imul__', (times,))
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
    _exposed_ = ('__contains__', '__delitem__', '__getitem__', '__iter__', '__len__', '__setitem__', 'clear', 'copy', 'get',
                 'items', 'keys', 'pop', 'popitem', 'setdefault', 'update', 'values')
    _method_to_typeid_ = {'__iter__': 'Iterator'}

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

    # One call for each key, of an iterator behind the server.
    def __iter__(self):
        return self._callmethod('__iter__')

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


def _run_server(server, registry, address, authkey, serializer, writer, initializer, initargs):
    # Ctrl-C is the manager's, who ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if initializer is not None:
        initializer(*initargs)
    server = server(registry, address, authkey, serializer)
    _library('manager')
    writer.send(server.address)
    writer.close()
    server.serve_forever()


class BaseManager:
    _registry = {}
    _Server = Server

    def __init__(self, address=None, authkey=None, serializer='pickle', ctx=None, *, shutdown_timeout=1.0):
        if authkey is None and address is not None:
            authkey = process.current_process().authkey
        self._address = address
        self._authkey = None if authkey is None else process.AuthenticationString(authkey)
        self._serializer = serializer
        self._ctx = ctx or context._default_context.get_context()
        self._process = None
        self._state = 'INITIAL'

    @property
    def address(self):
        return self._address

    def _check_initial(self):
        if self._state != 'INITIAL':
            raise context.ProcessError('Already started server' if self._state == 'STARTED' else 'Manager has shut down')

    def get_server(self):
        self._check_initial()
        return self._Server(self._registry, self._address or ('localhost', 0), self._key(), self._serializer)

    def _key(self):
        return process.current_process().authkey if self._authkey is None else self._authkey

    # To a server that runs already.
    def connect(self):
        self._authkey = self._key()
        client = _connect(self._address, self._authkey)
        _dispatch(client, None, 'dummy')
        client.close()
        self._state = 'STARTED'

    def start(self, initializer=None, initargs=()):
        self._check_initial()
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        reader, writer = self._ctx.Pipe(duplex=False)
        args = (self._Server, self._registry, self._address, self._authkey, self._serializer, writer, initializer, initargs)
        self._process = self._ctx.Process(target=_run_server, args=args)
        self._process.name = type(self).__name__ + '-' + ':'.join(str(part) for part in self._process._identity)
        self._process.start()
        writer.close()
        self._address = reader.recv()
        # As long as there is a manager, there is a way to its server.
        if isinstance(self._address, int):
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
        # One is for this, one for the proxy, and one for what held the object until there was a proxy.
        _library("manager's connection", 3)
        return _ask(self._address, self._authkey, False, None, 'create', (typeid,) + args, kwds)[1]

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
        exposed = exposed or getattr(proxytype, '_exposed_', None)
        method_to_typeid = method_to_typeid or getattr(proxytype, '_method_to_typeid_', None)
        proxytype = proxytype or AutoProxy
        cls._registry[typeid] = (callable, exposed, method_to_typeid, proxytype)
        _proxy_types[typeid] = proxytype
        if create_method:
            def create(self, /, *args, **kwds):
                return _proxy_for(*self._create(typeid, *args, **kwds), self._serializer, self, self._authkey)
            create.__name__ = typeid
            setattr(cls, typeid, create)


def _shut_down(manager):
    manager._state = 'SHUTDOWN'
    _library('manager')
    process = manager._process
    if process.is_alive():
        try:
            client = _client_of(manager._address, manager._authkey)
            if getattr(client, '_is_lost', False):
                client = _connect(manager._address, manager._authkey)
            _dispatch(client, None, 'shutdown')
        except Exception:
            pass
        process.join(timeout=1.0)
        if process.is_alive():
            process.terminate()
            process.join()
    known = getattr(_clients, 'known', None)
    if known is not None and known[0] == _fork.generation:
        client = known[1].get(manager._address)
        if client is not None:
            client.close()
            # Who has called by it finds it broken.
            if not (isinstance(manager._address, int) and getattr(client, '_has_called', False)):
                del known[1][manager._address]
    if isinstance(manager._address, int):
        _close(manager._address)


class SyncManager(BaseManager):
    pass


class SharedMemoryManager(BaseManager):
    _Server = SharedMemoryServer

    def _ask(self, name, *args):
        if self._state != 'STARTED':
            if self._state == 'INITIAL':
                raise ValueError('address type of None unrecognized')
            raise RuntimeError('SharedMemoryManager server has shut down')
        return _dispatch(_client_of(self._address, self._authkey), None, name, args)

    def __repr__(self):
        return '%s(%r)' % (type(self).__name__, self._address)

    def __del__(self):
        if self._state == 'STARTED':
            self.shutdown()

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


_POOL_METHODS = ('apply', 'apply_async', 'close', 'imap', 'imap_unordered', 'join', 'map', 'map_async', 'starmap',
                 'starmap_async', 'terminate')


class PoolProxy(MakeProxyType('BasePoolProxy', _POOL_METHODS)):
    _method_to_typeid_ = {'apply_async': 'AsyncResult', 'map_async': 'AsyncResult', 'starmap_async': 'AsyncResult',
                          'imap': 'Iterator', 'imap_unordered': 'Iterator'}

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.terminate()


def _pool(*args, **kwds):
    from multiprocessing.pool import Pool
    return Pool(*args, **kwds)


SyncManager.register('Queue', queue.Queue)
SyncManager.register('JoinableQueue', queue.Queue)
SyncManager.register('Event', threading.Event, EventProxy)
SyncManager.register('Lock', threading.Lock, AcquirerProxy)
SyncManager.register('RLock', threading.RLock, AcquirerProxy)
SyncManager.register('Semaphore', threading.Semaphore, AcquirerProxy)
SyncManager.register('BoundedSemaphore', threading.BoundedSemaphore, AcquirerProxy)
SyncManager.register('Condition', threading.Condition, ConditionProxy)
SyncManager.register('Barrier', threading.Barrier, BarrierProxy)
SyncManager.register('Pool', _pool, PoolProxy)
SyncManager.register('list', list, ListProxy)
SyncManager.register('dict', dict, DictProxy)
SyncManager.register('Value', Value, ValueProxy)
SyncManager.register('Array', Array, ArrayProxy)
SyncManager.register('Namespace', Namespace, NamespaceProxy)
SyncManager.register('Iterator', proxytype=IteratorProxy, create_method=False)
SyncManager.register('AsyncResult', create_method=False)
