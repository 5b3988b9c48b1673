__all__ = [
    'BoundArguments', 'CORO_CLOSED', 'CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED', 'CO_ASYNC_GENERATOR',
    'CO_COROUTINE', 'CO_GENERATOR', 'CO_VARARGS', 'CO_VARKEYWORDS', 'ClosureVars', 'FrameInfo', 'FullArgSpec',
    'GEN_CLOSED', 'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'Parameter', 'Signature', 'Traceback', 'cleandoc',
    'currentframe', 'findsource', 'get_annotations', 'getattr_static', 'getcallargs', 'getclosurevars',
    'getcoroutinestate', 'getdoc', 'getfile', 'getframeinfo', 'getfullargspec', 'getgeneratorstate', 'getmembers',
    'getmodule', 'getmro', 'getsource', 'getsourcefile', 'getsourcelines', 'isabstract', 'isasyncgen',
    'isasyncgenfunction', 'isawaitable', 'isbuiltin', 'isclass', 'iscode', 'iscoroutine', 'iscoroutinefunction',
    'isdatadescriptor', 'isframe', 'isfunction', 'isgenerator', 'isgeneratorfunction', 'ismemberdescriptor',
    'ismethod', 'ismethoddescriptor', 'ismodule', 'isroutine', 'istraceback', 'signature', 'stack', 'unwrap',
]

import types as _types
from collections import namedtuple as _namedtuple
from _introspection import frames as _frames
from _inspect_signature import BoundArguments, Parameter, Signature, signature, unwrap, _variables_around

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR = 1, 2, 4, 8, 16, 32
CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 128, 256, 512

def ismodule(object):
    return isinstance(object, _types.ModuleType)

def isclass(object):
    return isinstance(object, type)

def ismethod(object):
    return isinstance(object, _types.MethodType)

def isfunction(object):
    return isinstance(object, _types.FunctionType)

def isbuiltin(object):
    return isinstance(object, _types.BuiltinFunctionType)

def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or type(object).__name__ == 'method_descriptor'

def _has_flag(function, flag):
    while ismethod(function):
        function = function.__func__
    function = getattr(function, 'func', function) if type(function).__name__ == 'partial' else function
    return isfunction(function) and bool(function.__code__.co_flags & flag)

def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)

def iscoroutinefunction(obj):
    return _has_flag(obj, CO_COROUTINE)

def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)

def isgenerator(object):
    return isinstance(object, _types.GeneratorType)

def iscoroutine(object):
    return isinstance(object, _types.CoroutineType)

def isasyncgen(object):
    return isinstance(object, _types.AsyncGeneratorType)

def isawaitable(object):
    return iscoroutine(object) or isgenerator(object) and is_awaitable(object) or hasattr(type(object), '__await__')

def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return isinstance(object, property) or hasattr(type(object), '__set__') or hasattr(type(object), '__delete__')

def ismemberdescriptor(object):
    return isinstance(object, _types.MemberDescriptorType)

def istraceback(object):
    return isinstance(object, _types.TracebackType)

def isabstract(object):
    return isclass(object) and bool(getattr(object, '__abstractmethods__', None))

def getmro(cls):
    return cls.__mro__

def getmodule(object):
    import sys
    return object if ismodule(object) else sys.modules.get(getattr(object, '__module__', None))

def getfile(object):
    while ismethod(object):
        object = object.__func__
    if isfunction(object):
        return object.__code__.co_filename
    raise TypeError('module, class, method, function, traceback, frame, or code object was expected, got '
                    f'{type(object).__name__}')

def getmembers(object, predicate=None):
    found = []
    for name in sorted(dir(object)):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return found

def cleandoc(doc):
    lines = (doc.expandtabs() if '\t' in doc else doc).split('\n')
    margin = min([len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()], default=0)
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)

def getdoc(object):
    doc = getattr(object, '__doc__', None)
    if doc is None:
        try:
            doc = _inherited_doc(object)
        except (AttributeError, TypeError):
            return None
    return cleandoc(doc) if isinstance(doc, str) else None

# What says the same in the classes from which that of the object derives.
def _inherited_doc(object):
    if isclass(object):
        return _first_doc([base for base in object.__mro__ if base is not _object])
    if ismethod(object):
        owner = object.__self__
        bases = owner.__mro__ if isclass(owner) else type(owner).__mro__
        return _first_doc([getattr(base, object.__name__, None) for base in bases])
    function = object.fget if isinstance(object, property) else object
    if not isfunction(function):
        return None
    return _first_doc([getattr(base, function.__name__, None) for base in _class_of(function).__mro__])

def _first_doc(objects):
    return next((one.__doc__ for one in objects if getattr(one, '__doc__', None) is not None), None)

# The class in whose body the function was defined, by its way from the module.
def _class_of(function):
    found = getmodule(function)
    for name in function.__qualname__.split('.')[:-1]:
        found = getattr(found, name)
    return found

_object = type.__mro__[-1]

FullArgSpec = _namedtuple('FullArgSpec', 'args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations')

def getfullargspec(func):
    args, kwonly, defaults, kwonly_defaults, annotations = [], [], (), {}, {}
    varargs = varkw = None
    found = signature(func)
    if found.return_annotation is not Parameter.empty:
        annotations['return'] = found.return_annotation
    for name, parameter in found.parameters.items():
        kind = parameter.kind
        if kind is Parameter.VAR_POSITIONAL:
            varargs = name
        elif kind is Parameter.VAR_KEYWORD:
            varkw = name
        elif kind is Parameter.KEYWORD_ONLY:
            kwonly.append(name)
            if parameter.default is not Parameter.empty:
                kwonly_defaults[name] = parameter.default
        else:
            args.append(name)
            if parameter.default is not Parameter.empty:
                defaults += (parameter.default,)
        if parameter.annotation is not Parameter.empty:
            annotations[name] = parameter.annotation
    return FullArgSpec(args, varargs, varkw, defaults or None, kwonly, kwonly_defaults or None, annotations)

FrameInfo = _namedtuple('FrameInfo', 'frame, filename, lineno, function, code_context, index')

def stack(context=1):
    # The frames' places; frames themselves cannot be had.
    return [FrameInfo(None, name, line, function, [text + '\n'], 0) for name, line, function, text, _ in _frames(10000)]

def currentframe():
    from _frame import frame_at
    return frame_at(0)

def getsource(object):
    from _inspect_source import getsource
    return getsource(object)

def getsourcelines(object):
    from _inspect_source import getsourcelines
    return getsourcelines(object)

def findsource(object):
    from _inspect_source import findsource
    return findsource(object)

def getsourcefile(object):
    return getfile(object)

def iscode(object):
    return isinstance(object, _types.CodeType)

def isframe(object):
    return isinstance(object, _types.FrameType) or type(object).__name__ == 'frame'

def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return hasattr(type(object), '__get__') and not hasattr(type(object), '__set__')

Traceback = _namedtuple('Traceback', 'filename, lineno, function, code_context, index')

def getframeinfo(frame, context=1):
    if istraceback(frame):
        line, frame = frame.tb_lineno, frame.tb_frame
    else:
        line = frame.f_lineno
    code = frame.f_code
    text = getattr(code, '_text', None)
    lines = text.splitlines(True)[line - 1:line] if text else [frame._places[frame._at][3] + '\n']
    return Traceback(code.co_filename, line, code.co_name, lines if context > 0 else None, 0 if context > 0 else None)

_sentinel = _object()

# What an attribute is before any descriptor or `__getattr__` is asked.
def getattr_static(obj, attr, default=_sentinel):
    own = () if isclass(obj) else (getattr(obj, '__dict__', {}),)
    kinds = (obj if isclass(obj) else type(obj)).__mro__
    for names in (*own, *[kind.__dict__ for kind in kinds], *([type(obj).__dict__] if isclass(obj) else [])):
        if attr in names:
            return names[attr]
    if default is _sentinel:
        raise AttributeError(attr)
    return default

ClosureVars = _namedtuple('ClosureVars', 'nonlocals globals builtins unbound')

def getclosurevars(func):
    import builtins
    func = func.__func__ if ismethod(func) else func
    if not isfunction(func):
        raise TypeError(f'{func!r} is not a Python function')
    code = func.__code__
    cells = func.__closure__ or ()
    nonlocals = {name: cell.cell_contents for name, cell in zip(code.co_freevars, cells)}
    variables, found, built_in, unbound = func.__globals__, {}, {}, set()
    for name in code.co_names:
        if name in ('None', 'True', 'False'):
            continue
        if name in variables:
            found[name] = variables[name]
        elif hasattr(builtins, name):
            built_in[name] = getattr(builtins, name)
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, found, built_in, unbound)

GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = _GEN = 'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'GEN_CLOSED'
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = _CORO = 'CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED', 'CORO_CLOSED'

def _state(of, kind, states):
    created, running, suspended, closed = states
    if getattr(of, kind + '_running'):
        return running
    if getattr(of, kind + '_suspended'):
        return suspended
    return closed if getattr(of, kind + '_frame', of) is None else created

def getgeneratorstate(generator):
    return _state(generator, 'gi', _GEN)

def getcoroutinestate(coroutine):
    return _state(coroutine, 'cr', _CORO)

def getcallargs(func, /, *positional, **named):
    bound = signature(func).bind(*positional, **named)
    bound.apply_defaults()
    return dict(bound.arguments)

def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    if isclass(obj):
        found = obj.__dict__.get('__annotations__')
        variables, own = getattr(getmodule(obj), '__dict__', None), dict(vars(obj))
    elif ismodule(obj) or callable(obj):
        found = getattr(obj, '__annotations__', None)
        variables, own = obj.__dict__ if ismodule(obj) else _variables_around(obj), None
    else:
        raise TypeError(f'{obj!r} is not a module, class, or callable.')
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise ValueError(f'{obj!r}.__annotations__ is neither a dict nor None')
    if not eval_str:
        return dict(found)
    globals = variables if globals is None else globals
    locals = own if locals is None else locals
    return {name: eval(one, globals, locals) if isinstance(one, str) else one for name, one in found.items()}
