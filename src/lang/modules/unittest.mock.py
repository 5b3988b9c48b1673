__all__ = ['ANY', 'AsyncMock', 'DEFAULT', 'MagicMock', 'Mock', 'PropertyMock', 'call', 'patch', 'sentinel']

from types import FunctionType as _FunctionType, MethodType as _MethodType

class _Sentinel:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'sentinel.{self.name}'

class _Sentinels:
    def __getattr__(self, name):
        made = _Sentinel(name)
        setattr(self, name, made)
        return made

sentinel = _Sentinels()
DEFAULT = sentinel.DEFAULT

class _Any:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return '<ANY>'

ANY = _Any()

class _Call(tuple):
    # A name, arguments, and those with keywords. What a mock tells of its own calls is a pair without a name.
    def __new__(cls, name='', args=(), kwargs=None, is_pair=False):
        parts = tuple(args), {} if kwargs is None else kwargs
        return tuple.__new__(cls, parts if is_pair else (name,) + parts)

    _mock_name = property(lambda self: self[0] if len(self) == 3 else '')
    args = property(lambda self: self[-2])
    kwargs = property(lambda self: self[-1])

    def __call__(self, /, *args, **kwargs):
        return _Call(self._mock_name, args, kwargs)

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return _Call(f'{self._mock_name}.{name}' if self._mock_name else name)

    def __eq__(self, other):
        if isinstance(other, _Call):
            return self._mock_name == other._mock_name and self.args == other.args and self.kwargs == other.kwargs
        if not isinstance(other, tuple):
            return NotImplemented
        name, args, kwargs = '', (), {}
        for part in other:
            if isinstance(part, str):
                name = part
            elif isinstance(part, tuple):
                args = part
            else:
                kwargs = part
        return (not name or name == self._mock_name) and args == self.args and kwargs == self.kwargs

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __repr__(self):
        return f'call{"." + self._mock_name if self._mock_name else ""}({_arguments(self.args, self.kwargs)})'

def _arguments(args, kwargs):
    return ', '.join([repr(each) for each in args] + [f'{name}={value!r}' for name, value in kwargs.items()])

call = _Call()

class _CallList(list):
    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        return any([self[at:at + len(value)] == value for at in range(len(self) - len(value) + 1)])

# A class for one mock: what was set to answer the language is found again under its name.
def _own_class(kind):
    def found(self, name):
        specials = object.__getattribute__(self, '_mock_specials')
        value = specials.get(name)
        return value if isinstance(value, NonCallableMock) else kind.__getattribute__(self, name)
    return type(kind.__name__, (kind,), {'__module__': kind.__module__, '__getattribute__': found})

class NonCallableMock:
    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None, **kwargs):
        spec = spec if spec_set is None else spec_set
        own = self.__dict__
        own['_mock_children'] = {}
        own['_mock_parent'] = None
        own['_mock_name'] = name
        own['_mock_spec'] = None if spec is None else spec if isinstance(spec, list) else dir(spec)
        own['_spec_class'] = None if spec is None or isinstance(spec, list) else spec if isinstance(spec, type) else type(spec)
        own['_mock_wraps'] = wraps
        own['_mock_return_value'] = return_value
        own['side_effect'] = side_effect
        self._begin()
        self.configure_mock(**kwargs)

    def _begin(self):
        own = self.__dict__
        own['called'], own['call_count'], own['call_args'] = False, 0, None
        own['call_args_list'], own['mock_calls'], own['method_calls'] = _CallList(), _CallList(), _CallList()

    def reset_mock(self, *, return_value=False, side_effect=False):
        self._begin()
        if return_value:
            self.__dict__['_mock_return_value'] = DEFAULT
        if side_effect:
            self.side_effect = None
        for child in self._mock_children.values():
            child.reset_mock()
        if isinstance(self._mock_return_value, NonCallableMock):
            self._mock_return_value.reset_mock()

    def configure_mock(self, /, **kwargs):
        for name, value in sorted(kwargs.items(), key=lambda item: item[0].count('.')):
            *way, last = name.split('.')
            owner = self
            for part in way:
                owner = getattr(owner, part)
            setattr(owner, last, value)

    def __getattr__(self, name):
        if name.startswith('__') or name in ('_mock_children', '_mock_spec'):
            raise AttributeError(name)
        if self._mock_spec is not None and name not in self._mock_spec:
            raise AttributeError(f'Mock object has no attribute {name!r}')
        if name.startswith(('assert', 'assret', 'asert', 'aseert', 'assrt')):
            raise AttributeError(f'{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be an attribute.')
        if name not in self._mock_children:
            wrapped = None if self._mock_wraps is None else getattr(self._mock_wraps, name)
            self._mock_children[name] = self._child(name, wrapped)
        return self._mock_children[name]

    def _child(self, name, wrapped=None):
        made = type(self)._kind_of_children(name=name, wraps=wrapped)
        made.__dict__['_mock_parent'] = self
        return made

    # What the language asks of an object it asks the class, so such a mock gets one of its own.
    def _answer_special(self, name, value):
        if '_mock_specials' not in self.__dict__:
            self.__dict__['_mock_specials'] = {}
            object.__setattr__(self, '__class__', _own_class(type(self)))
        given = isinstance(value, NonCallableMock)
        self._mock_specials[name] = value
        setattr(type(self), name, (lambda self, /, *args: value(*args)) if given else value)

    def __setattr__(self, name, value):
        if name == 'return_value':
            self.__dict__['_mock_return_value'] = value
            return
        if name[:2] == name[-2:] == '__' and name not in ('__class__', '__dict__', '__name__', '__qualname__'):
            self._answer_special(name, value)
            return
        if isinstance(value, NonCallableMock) and value._mock_name is None and value._mock_parent is None:
            value.__dict__['_mock_parent'], value.__dict__['_mock_name'] = self, name
            self._mock_children[name] = value
        self.__dict__[name] = value

    def __delattr__(self, name):
        self._mock_children.pop(name, None)
        self.__dict__.pop(name, None)
        if self._mock_spec is None:
            self.__dict__['_mock_spec'] = [each for each in dir(self) if each != name]

    @property
    def return_value(self):
        if self._mock_return_value is DEFAULT:
            self.__dict__['_mock_return_value'] = self._child('()')
        return self._mock_return_value

    def _whole_name(self):
        parts, mock = [], self
        while mock is not None:
            parts.append(mock._mock_name or 'mock')
            mock = mock._mock_parent
        text = ''
        for part in reversed(parts):
            text += part if part == '()' or not text else '.' + part
        return text

    def __repr__(self):
        spec = '' if self._spec_class is None else f' spec={self._spec_class.__name__!r}'
        named = self._mock_name is not None or self._mock_parent is not None
        name = f' name={self._whole_name()!r}' if named else ''
        return f"<{type(self).__name__}{name}{spec} id='{id(self)}'>"

    # Each call is known to the mocks above, by its way from there.
    def _note(self, args, kwargs):
        own = self.__dict__
        own['called'], own['call_count'] = True, self.call_count + 1
        own['call_args'] = _Call('', args, kwargs, is_pair=True)
        self.call_args_list.append(self.call_args)
        self.mock_calls.append(_Call('', args, kwargs))
        name, mock, is_method = '', self, True
        while mock._mock_parent is not None:
            part = mock._mock_name
            name = part + (name if not name or name.startswith('()') else '.' + name)
            is_method = is_method and part != '()'
            mock = mock._mock_parent
            if is_method:
                mock.method_calls.append(_Call(name, args, kwargs))
            mock.mock_calls.append(_Call(name, args, kwargs))

    def _title(self):
        return self._mock_name or 'mock'

    def assert_called(self):
        if not self.call_count:
            raise AssertionError(f"Expected '{self._title()}' to have been called.")

    def assert_not_called(self):
        if self.call_count:
            raise AssertionError(f"Expected '{self._title()}' to not have been called. Called {self.call_count} times."
                                 f"{self._calls_text()}")

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._title()}' to have been called once. Called {self.call_count} times."
                                 f"{self._calls_text()}")

    def _calls_text(self):
        return f'\nCalls: {self.mock_calls!r}.' if self.mock_calls else ''

    def _expected(self, args, kwargs):
        return f'{self._title()}({_arguments(args, kwargs)})'

    def assert_called_with(self, /, *args, **kwargs):
        expected = self._expected(args, kwargs)
        if self.call_args is None:
            raise AssertionError(f'expected call not found.\nExpected: {expected}\nActual: not called.')
        if self.call_args != _Call('', args, kwargs):
            actual = self._expected(*self.call_args)
            raise AssertionError(f'expected call not found.\nExpected: {expected}\n  Actual: {actual}')

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._title()}' to be called once. Called {self.call_count} times."
                                 f"{self._calls_text()}")
        self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        if _Call('', args, kwargs) not in self.call_args_list:
            raise AssertionError(f'{self._expected(args, kwargs)} call not found')

    def assert_has_calls(self, calls, any_order=False):
        if any_order:
            missing = list(calls)
            for made in self.mock_calls:
                if made in missing:
                    missing.remove(made)
            if missing:
                raise AssertionError(f'{tuple(missing)!r} not all found in call list')
        elif list(calls) not in self.mock_calls:
            raise AssertionError(f'Calls not found.\nExpected: {list(calls)!r}\n  Actual: {self.mock_calls!r}')

class Mock(NonCallableMock):
    def __call__(self, /, *args, **kwargs):
        self._note(args, kwargs)
        return self._result(args, kwargs)

    def _result(self, args, kwargs):
        effect = self.side_effect
        if effect is not None:
            if isinstance(effect, BaseException) or isinstance(effect, type) and issubclass(effect, BaseException):
                raise effect
            if callable(effect):
                result = effect(*args, **kwargs)
            else:
                if not hasattr(effect, '__next__'):
                    effect = self.__dict__['side_effect'] = iter(effect)
                result = next(effect)
                if isinstance(result, BaseException) or isinstance(result, type) and issubclass(result, BaseException):
                    raise result
            if result is not DEFAULT:
                return result
        if self._mock_return_value is DEFAULT and self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value

Mock._kind_of_children = Mock
NonCallableMock._kind_of_children = Mock

class MagicMock(Mock):
    # What the language asks of an object, each a mock that can be told what to give.
    _answers = {'__len__': 0, '__bool__': True, '__int__': 1, '__float__': 1.0, '__contains__': False, '__exit__': False, '__index__': 1}

    def _special(self, name):
        if name not in self._mock_children:
            made = self._mock_children[name] = self._child(name)
            if name in self._answers:
                made.return_value = self._answers[name]
            elif name == '__iter__':
                made.side_effect = lambda: iter([])
            elif name == '__str__':
                made.return_value = repr(self)
        return self._mock_children[name]

    def __getattr__(self, name):
        if name in _SPECIAL:
            return self._special(name)
        return NonCallableMock.__getattr__(self, name)

    def __getattribute__(self, name):
        if name in _SPECIAL:
            return object.__getattribute__(self, '_special')(name)
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        if name in _SPECIAL:
            if not isinstance(value, NonCallableMock):
                given = value
                value = self._child(name)
                value.side_effect = lambda *args, **kwargs: given(self, *args, **kwargs)
            self._mock_children[name] = value
            return
        NonCallableMock.__setattr__(self, name, value)

_SPECIAL = ('__len__', '__bool__', '__int__', '__float__', '__index__', '__contains__', '__iter__', '__getitem__',
            '__setitem__', '__delitem__', '__enter__', '__exit__', '__add__', '__sub__', '__mul__', '__lt__', '__gt__', '__str__')

def _answering(name):
    def method(self, /, *args):
        result = self._special(name)(*args)
        return iter(result) if name == '__iter__' else result
    method.__name__ = name
    return method

for _name in _SPECIAL:
    setattr(MagicMock, _name, _answering(_name))

MagicMock._kind_of_children = MagicMock

class AsyncMock(MagicMock):
    def _begin(self):
        MagicMock._begin(self)
        own = self.__dict__
        own['await_count'], own['await_args'], own['await_args_list'] = 0, None, _CallList()

    @property
    def _is_coroutine(self):
        from asyncio.coroutines import _is_coroutine
        return _is_coroutine

    async def _awaited(self, args, kwargs):
        self.__dict__['await_count'] += 1
        self.__dict__['await_args'] = _Call('', args, kwargs, is_pair=True)
        self.await_args_list.append(self.await_args)
        result = self._result(args, kwargs)
        return await result if hasattr(type(result), '__await__') and not isinstance(result, NonCallableMock) else result

    def __call__(self, /, *args, **kwargs):
        self._note(args, kwargs)
        return self._awaited(args, kwargs)

    def assert_awaited(self):
        if not self.await_count:
            raise AssertionError(f"Expected {self._title()} to have been awaited.")

    def assert_awaited_once(self):
        if self.await_count != 1:
            raise AssertionError(f"Expected {self._title()} to have been awaited once. Awaited {self.await_count} times.")

    def assert_not_awaited(self):
        if self.await_count:
            raise AssertionError(f'Expected {self._title()} to not have been awaited. Awaited {self.await_count} times.')

    def assert_awaited_with(self, /, *args, **kwargs):
        expected = self._expected(args, kwargs)
        if self.await_args is None:
            raise AssertionError(f'Expected await: {expected}\nNot awaited')
        if self.await_args != _Call('', args, kwargs):
            actual = self._expected(*self.await_args)
            raise AssertionError(f'expected await not found.\nExpected: {expected}\n  Actual: {actual}')

    def assert_awaited_once_with(self, /, *args, **kwargs):
        self.assert_awaited_once()
        self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        if _Call('', args, kwargs) not in self.await_args_list:
            raise AssertionError(f'{self._expected(args, kwargs)} await not found')

    def assert_has_awaits(self, calls, any_order=False):
        if any_order:
            missing = list(calls)
            for made in self.await_args_list:
                if made in missing:
                    missing.remove(made)
            if missing:
                raise AssertionError(f'{tuple(missing)!r} not all found in await list')
        elif list(calls) not in self.await_args_list:
            raise AssertionError(f'Awaits not found.\nExpected: {list(calls)!r}\nActual: {self.await_args_list!r}')

AsyncMock._kind_of_children = AsyncMock

class PropertyMock(Mock):
    def __get__(self, instance, owner=None):
        return self()

    def __set__(self, instance, value):
        self(value)

class _Autospec(MagicMock):
    # In the place of a function: what it is called through comes first.
    def __get__(self, instance, owner=None):
        return self if instance is None else _MethodType(self, instance)

_nothing = object()

class _Patch:
    # `owner` finds what has the attribute, which is made where that is allowed.
    def __init__(self, owner, name, new=DEFAULT, kwargs=None, new_callable=None, creates=False):
        self._creates = creates
        self._owner, self._name, self._new, self._kwargs, self._callable = owner, name, new, kwargs or {}, new_callable

    def __enter__(self):
        owner = self._target = self._owner()
        own = getattr(owner, '__dict__', None)
        self._before = _nothing
        if own is not None and self._name in own:
            self._is_own, self._before = True, own[self._name]
        else:
            # What a module has is its own.
            self._is_own = own is None and hasattr(owner, self._name)
            self._before = getattr(owner, self._name, _nothing)
        if self._before is _nothing and not self._creates:
            raise AttributeError(f'{owner!r} does not have the attribute {self._name!r}')
        new = self._new
        if new is DEFAULT:
            kwargs = dict(self._kwargs)
            kind = self._callable or (AsyncMock if _is_async(self._before) else MagicMock)
            if kwargs.pop('autospec', None):
                kwargs['spec'] = self._before
                if kind is MagicMock and isinstance(self._before, _FunctionType):
                    kind = _Autospec
            new = kind(name=self._name, **kwargs) if kind in (MagicMock, AsyncMock, Mock, _Autospec) else kind(**kwargs)
        setattr(owner, self._name, new)
        return new

    def __exit__(self, *problem):
        if self._is_own:
            setattr(self._target, self._name, self._before)
        else:
            delattr(self._target, self._name)
            if self._before is not _nothing and not hasattr(self._target, self._name):
                setattr(self._target, self._name, self._before)
        return False

    start = __enter__

    def stop(self):
        self.__exit__()

    def __call__(self, function):
        return _patched(self, function, self._new is DEFAULT)

# The function under a patch, or a class whose tests are each under it; some patches give it what they put there.
def _patched(patch, function, gives):
    if isinstance(function, type):
        for name in dir(function):
            if name.startswith('test'):
                setattr(function, name, _patched(patch, getattr(function, name), gives))
        return function
    from functools import wraps
    if _is_async(function):
        @wraps(function)
        async def patched(*args, **kwargs):
            with patch as new:
                return await function(*args, *([new] if gives else []), **kwargs)
    else:
        @wraps(function)
        def patched(*args, **kwargs):
            with patch as new:
                return function(*args, *([new] if gives else []), **kwargs)
    return patched

def _is_async(function):
    from inspect import iscoroutinefunction
    return iscoroutinefunction(function)

class _PatchDict:
    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self._dict, self._values, self._clear = in_dict, dict(values, **kwargs), clear

    def __enter__(self):
        if isinstance(self._dict, str):
            self._dict = _found(self._dict)
        self._before = self._dict.copy()
        if self._clear:
            self._dict.clear()
        self._dict.update(self._values)
        return self._dict

    def __exit__(self, *problem):
        self._dict.clear()
        self._dict.update(self._before)
        return False

    start = __enter__

    def stop(self):
        self.__exit__()

    def __call__(self, function):
        return _patched(self, function, False)

def _found(path):
    import sys
    parts = path.split('.')
    for end in range(len(parts), 0, -1):
        try:
            __import__('.'.join(parts[:end]))
        except ImportError:
            continue
        owner = sys.modules['.'.join(parts[:end])]
        for part in parts[end:]:
            owner = getattr(owner, part)
        return owner
    raise ModuleNotFoundError(f'No module named {parts[0]!r}')

def patch(target, new=DEFAULT, *, create=False, new_callable=None, **kwargs):
    path, dot, name = target.rpartition('.')
    if not dot:
        raise TypeError(f"Need a valid target to patch. You supplied: {target!r}")
    return _Patch(lambda: _found(path), name, new, kwargs, new_callable, create)

def _patch_object(target, attribute, new=DEFAULT, *, create=False, new_callable=None, **kwargs):
    return _Patch(lambda: target, attribute, new, kwargs, new_callable, create)

patch.object = _patch_object
patch.dict = _PatchDict
