# Texts of values that are short whatever the values are: much is left out of what is long or lies deep.

__all__ = ['Repr', 'repr', 'recursive_repr']

import builtins as _builtins
from _thread import get_ident as _get_ident
from functools import wraps as _wraps
from itertools import islice as _islice

def recursive_repr(fillvalue='...'):
    def decorate(method):
        running = set()

        @_wraps(method)
        def short(self):
            key = id(self), _get_ident()
            if key in running:
                return fillvalue
            running.add(key)
            try:
                return method(self)
            finally:
                running.discard(key)
        return short
    return decorate

def _in_order(items):
    try:
        return sorted(items)
    except Exception:
        return list(items)

class Repr:
    def __init__(self):
        self.fillvalue = '...'
        self.maxlevel = 6
        self.maxtuple = 6
        self.maxlist = 6
        self.maxarray = 5
        self.maxdict = 4
        self.maxset = 6
        self.maxfrozenset = 6
        self.maxdeque = 6
        self.maxstring = 30
        self.maxlong = 40
        self.maxother = 30

    def repr(self, x):
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        own = getattr(self, 'repr_' + type(x).__name__.replace(' ', '_'), self.repr_instance)
        return own(x, level)

    # The middle of a long text is left out.
    def _cut(self, text, most, whole=None):
        if len(text) <= most:
            return text
        head = max(0, (most - 3) // 2)
        tail = max(0, most - 3 - head)
        if whole is not None:
            text = _builtins.repr(whole[:head] + whole[len(whole) - tail:])
        return text[:head] + self.fillvalue + text[len(text) - tail:]

    def _row(self, x, level, left, right, most, of_one=''):
        if level <= 0 and len(x):
            return left + self.fillvalue + right
        told = [self.repr1(item, level - 1) for item in _islice(x, most)]
        if len(x) > most:
            told.append(self.fillvalue)
        return left + ', '.join(told) + (of_one if len(x) == 1 else '') + right

    def repr_tuple(self, x, level):
        return self._row(x, level, '(', ')', self.maxtuple, ',')

    def repr_list(self, x, level):
        return self._row(x, level, '[', ']', self.maxlist)

    def repr_array(self, x, level):
        if not x:
            return "array('%s')" % x.typecode
        return self._row(x, level, "array('%s', [" % x.typecode, '])', self.maxarray)

    def repr_set(self, x, level):
        return self._row(_in_order(x), level, '{', '}', self.maxset) if x else 'set()'

    def repr_frozenset(self, x, level):
        return self._row(_in_order(x), level, 'frozenset({', '})', self.maxfrozenset) if x else 'frozenset()'

    def repr_deque(self, x, level):
        return self._row(x, level, 'deque([', '])', self.maxdeque)

    def repr_dict(self, x, level):
        if not x:
            return '{}'
        if level <= 0:
            return '{' + self.fillvalue + '}'
        keys = _islice(_in_order(x), self.maxdict)
        told = ['%s: %s' % (self.repr1(key, level - 1), self.repr1(x[key], level - 1)) for key in keys]
        if len(x) > self.maxdict:
            told.append(self.fillvalue)
        return '{' + ', '.join(told) + '}'

    def repr_str(self, x, level):
        return self._cut(_builtins.repr(x[:self.maxstring]), self.maxstring, x)

    def repr_int(self, x, level):
        return self._cut(_builtins.repr(x), self.maxlong)

    def repr_instance(self, x, level):
        try:
            text = _builtins.repr(x)
        except Exception:
            return '<%s instance at %#x>' % (type(x).__name__, id(x))
        return self._cut(text, self.maxother)

aRepr = Repr()
repr = aRepr.repr
