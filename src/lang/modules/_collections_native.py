from _collections import close_repr as _close_repr, move_to_end as _move_to_end, open_repr as _open_repr

_missing = object()

class defaultdict(dict):
    __module__ = 'collections'

    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError('first argument must be callable or None')
        self.default_factory = default_factory
        dict.update(self, *args, **kwargs)

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        self[key] = value = self.default_factory()
        return value

    def copy(self):
        return type(self)(self.default_factory, self)

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        union = self.copy()
        union.update(other)
        return union

    def __ior__(self, other):
        self.update(other)
        return self

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        union = type(self)(self.default_factory, other)
        union.update(self)
        return union

    def __copy__(self):
        return self.copy()

    def __reduce__(self):
        args = () if self.default_factory is None else (self.default_factory,)
        return type(self), args, None, None, iter(self.items())

    def __repr__(self):
        if not _open_repr(self):
            return f'{type(self).__name__}(...)'
        try:
            return f'{type(self).__name__}({self.default_factory!r}, {dict(self)!r})'
        finally:
            _close_repr(self)

    __class_getitem__ = classmethod(generic_alias)

class OrderedDict(dict):
    __module__ = 'collections'

    # What a subclass does with items is not asked here.
    def move_to_end(self, key, last=True):
        is_moved = _move_to_end(self, key, bool(last))
        if is_moved:
            return
        if is_moved is False or not dict.__contains__(self, key):
            raise KeyError(key)
        value = dict.pop(self, key)
        dict.__setitem__(self, key, value)
        if not last:
            others = [item for item in dict.items(self)][:-1]
            dict.clear(self)
            dict.__setitem__(self, key, value)
            dict.update(self, others)

    def popitem(self, last=True):
        if not self:
            raise KeyError('dictionary is empty')
        if last:
            return dict.popitem(self)
        for key in dict.__iter__(self):
            break
        return key, dict.pop(self, key)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made

    def pop(self, key, default=_missing):
        return dict.pop(self, key) if default is _missing else dict.pop(self, key, default)

    def setdefault(self, key, default=None):
        return dict.setdefault(self, key, default)

    def copy(self):
        return type(self)(self)

    def __reduce__(self):
        return type(self), (), self.__getstate__(), None, iter(self.items())

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        union = type(self)(self)
        union.update(other)
        return union

    def __ior__(self, other):
        self.update(other)
        return self

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        union = type(self)(other)
        union.update(self)
        return union

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return list(self.items()) == list(other.items())
        return dict(self) == other

    def __ne__(self, other):
        return not self == other

    def __repr__(self):
        if not self:
            return type(self).__name__ + '()'
        if not _open_repr(self):
            return '...'
        try:
            return f'{type(self).__name__}({list(self.items())!r})'
        finally:
            _close_repr(self)

    __class_getitem__ = classmethod(generic_alias)

def field_getter(at):
    return property(lambda self: tuple.__getitem__(self, at), _refuse_to_set, _refuse_to_delete,
                    f'Alias for field number {at}')

def _refuse_to_set(self, value):
    raise AttributeError("can't set attribute")

def _refuse_to_delete(self):
    raise AttributeError("can't delete attribute")
