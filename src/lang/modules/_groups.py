# Groups of exceptions, built in in CPython, and what `except*` does: it splits a group for each of its handlers, and
# raises in the end what nobody handled together with what handlers raised.

from _exceptions import is_alike as _is_alike, take_over as _take_over


def _test_of(condition):
    if isinstance(condition, type) and issubclass(condition, BaseException):
        return lambda error: isinstance(error, condition)
    if isinstance(condition, tuple):
        if all(isinstance(kind, type) and issubclass(kind, BaseException) for kind in condition):
            return lambda error: isinstance(error, condition)
    elif callable(condition) and not isinstance(condition, type):
        return condition
    raise TypeError('expected a function, exception type or tuple of exception types')


# The group's message and the rest of it, with some of its exceptions only; None where there are none.
def _with_only(group, exceptions):
    if not exceptions:
        return None
    part = group.derive(exceptions)
    if not isinstance(part, BaseExceptionGroup):
        raise TypeError('derive must return an instance of BaseExceptionGroup')
    _take_over(part, group)
    return part


# What passes the test and what does not, each in its place in the group, or None.
def _split(error, test):
    if test(error):
        return error, None
    if not isinstance(error, BaseExceptionGroup):
        return None, error
    inside = []
    outside = []
    for member in error.exceptions:
        match, rest = _split(member, test)
        if match is not None:
            inside.append(match)
        if rest is not None:
            outside.append(rest)
    return _with_only(error, inside), _with_only(error, outside)


class BaseExceptionGroup(BaseException):
    __module__ = 'builtins'

    def __new__(cls, *args, **keywords):
        if keywords:
            raise TypeError(cls.__name__ + '() takes no keyword arguments')
        if len(args) != 2:
            count = len(args)
            raise TypeError('BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)' % count)
        message, exceptions = args
        if not isinstance(message, str):
            kind = type(message).__name__
            raise TypeError('BaseExceptionGroup.__new__() argument 1 must be str, not ' + kind)
        if not hasattr(exceptions, '__getitem__') or isinstance(exceptions, dict):
            raise TypeError('second argument (exceptions) must be a sequence')
        members = tuple(exceptions)
        if not members:
            raise ValueError('second argument (exceptions) must be a non-empty sequence')
        for i, member in enumerate(members):
            if not isinstance(member, BaseException):
                raise ValueError('Item %d of second argument (exceptions) is not an exception' % i)
        if all(isinstance(member, Exception) for member in members):
            if cls is BaseExceptionGroup:
                cls = ExceptionGroup
        elif cls is ExceptionGroup:
            raise TypeError('Cannot nest BaseExceptions in an ExceptionGroup')
        elif issubclass(cls, Exception):
            raise TypeError('Cannot nest BaseExceptions in ' + repr(cls.__name__))
        made = super().__new__(cls, message, exceptions)
        made.message = message
        made.exceptions = members
        return made

    __class_getitem__ = classmethod(generic_alias)

    def derive(self, excs, /):
        return BaseExceptionGroup(self.message, excs)

    def split(self, condition, /):
        return _split(self, _test_of(condition))

    def subgroup(self, condition, /):
        return _split(self, _test_of(condition))[0]


class ExceptionGroup(BaseExceptionGroup, Exception):
    __module__ = 'builtins'


def _check_kind(kind):
    if not isinstance(kind, type) or not issubclass(kind, BaseException):
        raise TypeError('catching classes that do not inherit from BaseException is not allowed')
    if issubclass(kind, BaseExceptionGroup):
        raise TypeError('catching ExceptionGroup with except* is not allowed. Use except instead.')


# What a handler of `except* kind` gets of what is left, and what is left then.
def _handled_by(left, kind):
    kinds = kind if isinstance(kind, tuple) else (kind,)
    for one in kinds:
        _check_kind(one)
    if left is None:
        return None, None
    if isinstance(left, kinds):
        if isinstance(left, BaseExceptionGroup):
            return left, None
        group = ExceptionGroup if isinstance(left, Exception) else BaseExceptionGroup
        return group('', (left,)), None
    if isinstance(left, BaseExceptionGroup):
        return _split(left, lambda error: isinstance(error, kinds))
    return None, left


def _leaves(error, found):
    if isinstance(error, BaseExceptionGroup):
        for member in error.exceptions:
            _leaves(member, found)
    else:
        found.append(error)


# The part of the group whose leaves are in these groups.
def _part_of(group, parts):
    leaves = []
    for part in parts:
        _leaves(part, leaves)
    known = {id(leaf) for leaf in leaves}
    return _split(group, lambda error: not isinstance(error, BaseExceptionGroup) and id(error) in known)[0]


# What `except*` raises in the end, or None: of what came from the handlers and what is left of the original.
def _raised_after(original, errors):
    errors = [error for error in errors if error is not None]
    if not errors:
        return None
    if not isinstance(original, BaseExceptionGroup):
        return errors[0]
    new = [error for error in errors if not _is_alike(error, original)]
    again = [error for error in errors if _is_alike(error, original)]
    part = _part_of(original, again) if again else None
    if not new:
        return part
    if part is not None:
        new.append(part)
    if len(new) == 1:
        return new[0]
    return BaseExceptionGroup('', new)
