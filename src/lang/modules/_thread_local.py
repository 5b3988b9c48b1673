# What each thread has for itself.

from _thread import get_ident
from _weakref import ref as _weak


# An object whose attributes each thread has for itself. A subclass's `__init__` is called in every thread that looks.
class _local:
    __module__ = '_thread'

    def __new__(cls, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError('Initialization arguments are not supported')
        self = object.__new__(cls)
        everyone = {}
        _begin_local(self, everyone)
        object.__setattr__(self, '_local_all', everyone)
        object.__setattr__(self, '_local_arguments', (args, kwargs))
        return self

    def __getattr__(self, name):
        mine = _attributes_of(self)
        if name in mine:
            return mine[name]
        raise _missing(self, name)

    # What an attribute of the class would hide is looked for here first.
    def __init_subclass__(cls, **keywords):
        super().__init_subclass__(**keywords)
        named = [name for name in cls.__dict__ if not name.startswith('__') and not callable(cls.__dict__[name])]
        if named and '__getattribute__' not in cls.__dict__:
            cls.__getattribute__ = _own_first

    def __setattr__(self, name, value):
        if name == '__dict__':
            raise _read_only(self)
        _attributes_of(self)[name] = value

    def __delattr__(self, name):
        if name == '__dict__':
            raise _read_only(self)
        mine = _attributes_of(self)
        if name not in mine:
            raise _missing(self, name)
        del mine[name]

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle '%s' object" % _kind_of(self))

    __dict__ = property(lambda self: _attributes_of(self))


local = _local


def _kind_of(holder):
    return '_thread._local' if type(holder) is local else type(holder).__name__


def _missing(holder, name):
    return AttributeError("'%s' object has no attribute '%s'" % (_kind_of(holder), name))


def _read_only(holder):
    return AttributeError("'%s' object attribute '__dict__' is read-only" % _kind_of(holder))


def _own_first(holder, name):
    if not name.startswith(('__', '_local_')) and not isinstance(getattr(type(holder), name, None), property):
        mine = _attributes_of(holder)
        if name in mine:
            return mine[name]
    return object.__getattribute__(holder, name)


# Where the threads that end have attributes, by thread; the main thread is none of them.
holders = {}
of_main = set()


def _begin_local(holder, everyone):
    me = get_ident()
    mine = everyone[me] = {}
    if me not in of_main:
        holders.setdefault(me, []).append(_weak(holder))
    return mine


# What a thread has for itself dies with it.
def drop():
    me = get_ident()
    for reference in holders.pop(me, ()):
        holder = reference()
        if holder is not None:
            holder._local_all.pop(me, None)


def _attributes_of(holder):
    mine = holder._local_all.get(get_ident())
    if mine is None:
        mine = _begin_local(holder, holder._local_all)
        args, kwargs = holder._local_arguments
        if type(holder) is not local:
            holder.__init__(*args, **kwargs)
    return mine
