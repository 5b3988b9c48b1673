# The variables of a module as a mapping: what `globals()` and `vars(module)` return. Whoever changes it changes the module.

from _weakref import ref as _ref

_marker = object()

class dict(dict):
    __slots__ = ('_module',)

    def __getitem__(self, key):
        value = getattr(self._module, key, _marker) if isinstance(key, str) else _marker
        if value is _marker:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        if not isinstance(key, str):
            raise TypeError('gilsim does not support names of variables that are not texts')
        setattr(self._module, key, value)

    def __delitem__(self, key):
        if key not in self:
            raise KeyError(key)
        delattr(self._module, key)

    def __contains__(self, key):
        return isinstance(key, str) and hasattr(self._module, key)

    def __iter__(self):
        return iter(member_names(self._module))

    def __len__(self):
        return len(member_names(self._module))

    def __bool__(self):
        return True

    def __repr__(self):
        return repr(self.copy())

    def __eq__(self, other):
        return self is other or self.copy() == other

    __hash__ = None

    def __or__(self, other):
        return self.copy() | other

    def keys(self):
        return self.copy().keys()

    def values(self):
        return self.copy().values()

    def items(self):
        return self.copy().items()

    def copy(self):
        return {name: getattr(self._module, name) for name in member_names(self._module)}

    def get(self, key, default=None):
        return self[key] if key in self else default

    def pop(self, key, *default):
        if key in self:
            value = self[key]
            del self[key]
            return value
        if default:
            return default[0]
        raise KeyError(key)

    def popitem(self):
        name = member_names(self._module)[-1]
        return name, self.pop(name)

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def update(self, *others, **more):
        for other in others:
            for key, value in (other.items() if hasattr(other, 'keys') else other):
                self[key] = value
        for key in more:
            self[key] = more[key]

    def clear(self):
        for name in member_names(self._module):
            delattr(self._module, name)

# The views by the identity of their modules, which would live as long as they stand here. The view of a module that was made
# for a dict is that dict, and how long it lives is not for us to say.
_known = {}

def of(module):
    known = _known.get(id(module))
    made = known if isinstance(known, dict) else None if known is None else known()
    if made is None or made._module is not module:
        made = view(module)
        _known[id(module)] = made if known is None else _ref(made)
    return made

def view(module):
    made = dict()
    made._module = module
    return made

def adopt(module, view):
    _known[id(module)] = _ref(view)
