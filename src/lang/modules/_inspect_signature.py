# Signatures of functions: their parameters, and how arguments are bound to them.

import sys as _sys
import types as _types

class _empty:
    __module__ = 'inspect'

class _ParameterKind(int):
    _titles = ('positional-only', 'positional or keyword', 'variadic positional', 'keyword-only', 'variadic keyword')
    _names = ('POSITIONAL_ONLY', 'POSITIONAL_OR_KEYWORD', 'VAR_POSITIONAL', 'KEYWORD_ONLY', 'VAR_KEYWORD')

    @property
    def name(self):
        return self._names[int(self)]

    @property
    def description(self):
        return self._titles[int(self)]

    def __str__(self):
        return self.name

    def __repr__(self):
        return f'<_ParameterKind.{self.name}: {int(self)}>'

def _shown(annotation):
    if type_name(annotation) == 'type':
        module = annotation.__module__
        return annotation.__qualname__ if module == 'builtins' else f'{module}.{annotation.__qualname__}'
    text = repr(annotation)
    return text.replace('typing.', '') if getattr(annotation, '__module__', None) == 'typing' else text

class Parameter:
    __module__ = 'inspect'
    empty = _empty
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = [
        _ParameterKind(number) for number in range(5)]

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name = name
        self.kind = kind
        self.default = default
        self.annotation = annotation
        if default is not _empty and kind in (2, 4):
            raise ValueError(f'{kind.description} parameters cannot have default values')
        if not isinstance(name, str):
            raise TypeError(f'name must be a str, not a {type(name).__name__}')
        if not name.replace('_', 'a').isalnum() or name[:1].isdigit():
            raise ValueError(f'{name!r} is not a valid parameter name')

    def replace(self, *, name=None, kind=None, default=0, annotation=0):
        return Parameter(self.name if name is None else name, self.kind if kind is None else kind,
                         default=self.default if default == 0 else default,
                         annotation=self.annotation if annotation == 0 else annotation)

    def __str__(self):
        text = self.name
        if self.annotation is not _empty:
            text += ': ' + _shown(self.annotation)
        if self.default is not _empty:
            text += (' = ' if self.annotation is not _empty else '=') + repr(self.default)
        return {2: '*', 4: '**'}.get(int(self.kind), '') + text

    def __repr__(self):
        return f'<Parameter "{self}">'

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self.name, self.kind, self.default, self.annotation) == (
            other.name, other.kind, other.default, other.annotation)

    def __hash__(self):
        return hash((self.name, int(self.kind)))

class BoundArguments:
    __module__ = 'inspect'

    def __init__(self, signature, arguments):
        self.signature = signature
        self.arguments = arguments

    @property
    def args(self):
        found = []
        for name, parameter in self.signature.parameters.items():
            if parameter.kind in (3, 4) or name not in self.arguments:
                break
            value = self.arguments[name]
            if parameter.kind == 2:
                found.extend(value)
            else:
                found.append(value)
        return tuple(found)

    @property
    def kwargs(self):
        found = {}
        skipped = False
        for name, parameter in self.signature.parameters.items():
            if parameter.kind in (3, 4) or skipped:
                if name in self.arguments:
                    found.update(self.arguments[name] if parameter.kind == 4 else {name: self.arguments[name]})
            elif name not in self.arguments:
                skipped = True
        return found

    def apply_defaults(self):
        made = {}
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments:
                made[name] = self.arguments[name]
            elif parameter.default is not _empty:
                made[name] = parameter.default
            elif parameter.kind in (2, 4):
                made[name] = () if parameter.kind == 2 else {}
        self.arguments = made

    def __repr__(self):
        shown = ', '.join([f'{name}={value!r}' for name, value in self.arguments.items()])
        return f'<BoundArguments ({shown})>'

class Signature:
    __module__ = 'inspect'
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = _types.MappingProxyType({parameter.name: parameter for parameter in parameters or ()})
        self.return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True):
        return signature(obj, follow_wrapped=follow_wrapped)

    def replace(self, *, parameters=None, return_annotation=0):
        return Signature(self.parameters.values() if parameters is None else parameters,
                         return_annotation=self.return_annotation if return_annotation == 0 else return_annotation)

    def bind(self, /, *args, **kwargs):
        return self._bound(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bound(args, kwargs, True)

    def _bound(self, args, kwargs, is_partial):
        args, kwargs, found = list(args), dict(kwargs), {}
        for name, parameter in self.parameters.items():
            kind = parameter.kind
            if kind == 2:
                if args:
                    found[name] = tuple(args)
                args = []
            elif kind == 4:
                if kwargs:
                    found[name] = kwargs
                kwargs = {}
            elif args and kind < 2:
                if name in kwargs and kind == 1:
                    raise TypeError(f'multiple values for argument {name!r}')
                found[name] = args.pop(0)
            elif name in kwargs and kind != 0:
                found[name] = kwargs.pop(name)
            elif parameter.default is _empty and not is_partial:
                raise TypeError(f'missing a required argument: {name!r}')
        if args:
            raise TypeError('too many positional arguments')
        if kwargs:
            raise TypeError(f'got an unexpected keyword argument {next(iter(kwargs))!r}')
        return BoundArguments(self, found)

    def __str__(self):
        shown = []
        after_star = False
        positional = False
        for parameter in self.parameters.values():
            kind = parameter.kind
            if positional and kind != 0:
                shown.append('/')
            positional = kind == 0
            if kind == 2:
                after_star = True
            elif kind == 3 and not after_star:
                shown.append('*')
                after_star = True
            shown.append(str(parameter))
        if positional:
            shown.append('/')
        text = f'({", ".join(shown)})'
        return text if self.return_annotation is _empty else f'{text} -> {_shown(self.return_annotation)}'

    def __repr__(self):
        return f'<Signature {self}>'

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return (list(self.parameters.values()) == list(other.parameters.values())
                and self.return_annotation == other.return_annotation)

def unwrap(func, *, stop=None):
    seen = []
    while hasattr(func, '__wrapped__') and not (stop is not None and stop(func)):
        if func in seen:
            raise ValueError(f'wrapper loop when unwrapping {seen[0]!r}')
        seen.append(func)
        func = func.__wrapped__
    return func

def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    found = _as_written(obj, follow_wrapped)
    if not eval_str:
        return found
    globals = _variables_around(obj) if globals is None else globals
    evaluated = lambda one: eval(one, globals, locals) if isinstance(one, str) else one
    made = [one.replace(annotation=evaluated(one.annotation)) for one in found.parameters.values()]
    return found.replace(parameters=made, return_annotation=evaluated(found.return_annotation))

# Those of the module in which the innermost function stands, or the class.
def _variables_around(obj):
    while not isinstance(obj, type):
        inside = getattr(obj, '__wrapped__', None) or getattr(obj, '__func__', None)
        if inside is None and type(obj).__name__ == 'partial':
            inside = obj.func
        if inside is None:
            break
        obj = inside
    if isinstance(obj, type):
        return getattr(_sys.modules.get(obj.__module__), '__dict__', None)
    return getattr(obj, '__globals__', None)

def _as_written(obj, follow_wrapped):
    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    if isinstance(obj, _types.MethodType):
        return _without_first(signature(obj.__func__, follow_wrapped=follow_wrapped))
    if follow_wrapped:
        obj = unwrap(obj)
    if isinstance(obj, _types.FunctionType):
        return _of_function(obj)
    if type(obj).__name__ == 'partial':
        return _of_partial(obj)
    if isinstance(obj, type):
        return _of_class(obj)
    call = getattr(type(obj), '__call__', None)
    if isinstance(call, _types.FunctionType):
        return _without_first(_of_function(call))
    raise ValueError(f'no signature found for builtin {obj!r}')

def _without_first(found):
    parameters = list(found.parameters.values())
    if parameters and parameters[0].kind < 2:
        parameters = parameters[1:]
    return found.replace(parameters=parameters)

def _of_class(obj):
    for name in ('__init__', '__new__'):
        for base in obj.__mro__:
            found = base.__dict__.get(name) if base is not object else None
            found = getattr(found, '__func__', found)
            if isinstance(found, _types.FunctionType):
                return _without_first(_of_function(found))
    if obj.__module__ == 'builtins':
        raise ValueError(f'no signature found for builtin type {obj!r}')
    return Signature()

def _of_function(function):
    code = function.__code__
    names = code.co_varnames
    count, positional_only, keyword_only = code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount
    defaults = function.__defaults__ or ()
    kwdefaults = function.__kwdefaults__ or {}
    notes = function.__annotations__
    made = []
    for at in range(count):
        name = names[at]
        place = at - (count - len(defaults))
        default = defaults[place] if place >= 0 else _empty
        made.append(Parameter(name, _kinds[0 if at < positional_only else 1], default=default,
                              annotation=notes.get(name, _empty)))
    end = count + keyword_only
    if code.co_flags & 4:
        made.append(Parameter(names[end], _kinds[2], annotation=notes.get(names[end], _empty)))
        end += 1
    for name in names[count:count + keyword_only]:
        made.append(Parameter(name, _kinds[3], default=kwdefaults.get(name, _empty),
                              annotation=notes.get(name, _empty)))
    if code.co_flags & 8:
        made.append(Parameter(names[end], _kinds[4], annotation=notes.get(names[end], _empty)))
    return Signature(made, return_annotation=notes.get('return', _empty))

def _of_partial(obj):
    found = signature(obj.func)
    made = []
    given = len(obj.args)
    by_keyword = False
    for parameter in found.parameters.values():
        if given and parameter.kind < 2:
            given -= 1
            continue
        if parameter.name in obj.keywords and parameter.kind in (1, 3):
            by_keyword = True
            parameter = parameter.replace(default=obj.keywords[parameter.name])
        if by_keyword and parameter.kind == 2:
            continue
        if by_keyword and parameter.kind == 1:
            parameter = parameter.replace(kind=_kinds[3])
        made.append(parameter)
    return found.replace(parameters=made)

_kinds = (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD, Parameter.VAR_POSITIONAL, Parameter.KEYWORD_ONLY,
          Parameter.VAR_KEYWORD)
