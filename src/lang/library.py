# What calls back into the program. A function of this file takes the place of the native one of its name where that has
# met a generator, or an object whose class is the program's. Functions stand by themselves; parameters by keyword have
# the default None. Names that are built in mean the native functions here too.

def build_class(body, name, /, *bases, **keywords):
    if 'metaclass' not in keywords and all_plain(bases):
        return finished_class(make_class(type, name, bases, body(class_facts(body))), keywords)
    given, bases = bases, resolved_bases(bases)
    meta = type(bases[0]) if bases else type
    if 'metaclass' in keywords:
        meta = keywords['metaclass']
        del keywords['metaclass']
    if isinstance(meta, type):
        meta = winner(meta, bases)
    facts = class_facts(body)
    if facts['__module__'] != '_descriptors':
        plain, bases = bases, bases_in_python(bases)
        if given is plain:
            given = bases
    prepare = getattr(meta, '__prepare__', None)
    namespace = {} if prepare is None else prepare(name, bases, **keywords)
    for key in facts:
        namespace[key] = facts[key]
    if given is not bases:
        namespace['__orig_bases__'] = given
    return meta(name, bases, body(namespace), **keywords)

# What an attribute of the class is that its `__slots__` name.
def slot_member(kind, name):
    from _descriptors import member
    return member(kind, name)

# What a class method that is a property gives.
def class_property(getter, value, kind):
    if getter is None:
        raise AttributeError('unreadable attribute')
    return getter(kind)

# What `__dict__` of a class with `__slots__` shows.
def class_namespace(kind, name):
    from _descriptors import namespace
    return namespace(kind)

# A descriptor that is built in, and the class of modules, have a class in Python in their place where a class is derived.
def bases_in_python(bases):
    if property in bases or staticmethod in bases or classmethod in bases or 'module' in [getattr(base, '__name__', '') for base in bases]:
        from _descriptors import as_base
        return tuple([as_base(base) for base in bases])
    return bases

def resolved_bases(bases):
    found, changed = [], False
    for base in bases:
        if isinstance(base, type):
            found.append(base)
        elif type_name(base) == 'types.GenericAlias':
            found.append(base.__origin__)
            changed = True
        else:
            hook = special(base, '__mro_entries__')
            if hook is None:
                found.append(base)
            else:
                found.extend(hook(bases))
                changed = True
    return tuple(found) if changed else bases

def winner(meta, bases):
    for base in bases:
        other = type(base)
        if is_subclass(other, meta):
            meta = other
        elif not is_subclass(meta, other):
            raise TypeError('metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass '
                            'of the metaclasses of all its bases')
    return meta

def type(name, bases, namespace, /, **keywords):
    return construct(type, name, bases, namespace, **keywords)

def type_new(meta, /, *given, **keywords):
    if len(given) != 3:
        raise TypeError('type.__new__() takes exactly 3 arguments (' + str(len(given)) + ' given)')
    name, bases, namespace = given
    if not isinstance(name, str):
        raise TypeError('type.__new__() argument 1 must be str, not ' + type_name(name))
    if not isinstance(bases, tuple):
        raise TypeError('type.__new__() argument 2 must be tuple, not ' + type_name(bases))
    if not isinstance(namespace, dict):
        raise TypeError('type.__new__() argument 3 must be dict, not ' + type_name(namespace))
    if not all_plain(bases):
        bases = bases_in_python(bases)
    best = winner(meta, bases)
    if best is not meta and best.__new__ is not type.__new__:
        return best.__new__(best, name, bases, namespace, **keywords)
    return finished_class(make_class(best, name, bases, namespace), keywords)

def type___call__(kind, /, *args, **keywords):
    if kind is type:
        return type(*args, **keywords)
    return construct(kind, *args, **keywords)

def class_variable(namespace, name, has_outer, outer):
    try:
        return namespace[name]
    except KeyError:
        if has_outer:
            return outer
    raise NameError("name '" + name + "' is not defined")

def isinstance(value, kinds):
    if type(value) is kinds:
        return True
    if type_name(kinds) == 'types.UnionType':
        kinds = kinds.__args__
    if isinstance(kinds, tuple):
        for kind in kinds:
            if isinstance(value, kind):
                return True
        return False
    hook = special(kinds, '__instancecheck__')
    if hook is None:
        return isinstance(value, kinds)
    return True if hook(value) else False

def issubclass(kind, kinds):
    if type_name(kinds) == 'types.UnionType':
        kinds = kinds.__args__
    if isinstance(kinds, tuple):
        for one in kinds:
            if issubclass(kind, one):
                return True
        return False
    hook = special(kinds, '__subclasscheck__')
    if hook is None:
        return issubclass(kind, kinds)
    return True if hook(kind) else False

def finished_class(made, keywords):
    for attribute, value in class_values(made):
        hook = special(value, '__set_name__')
        if hook is not None:
            try:
                hook(made, attribute)
            except BaseException as problem:
                kind = type(value).__name__
                raise RuntimeError(f"Error calling __set_name__ on '{kind}' instance {attribute!r} in '{made.__name__}'") from problem
    hook = inherited_hook(made)
    if hook is not None:
        hook(**keywords)
    elif keywords:
        raise TypeError(made.__name__ + '.__init_subclass__() takes no keyword arguments')
    return made

def module(*given, **named):
    if not given and 'name' not in named:
        raise TypeError("module() missing required argument 'name' (pos 1)")
    return made_module(*given, **named)

def made_module(name, *rest, doc=None):
    if not isinstance(name, str):
        raise TypeError("module() argument 'name' must be str, not " + type_name(name))
    made = new_module(name)
    made.__name__, made.__doc__ = name, rest[0] if rest else doc
    made.__package__ = made.__loader__ = made.__spec__ = None
    return made

# What `from module import name` finds where the program has made the module, or put something else in its place.
def import_from(module, name):
    try:
        return getattr(module, name)
    except AttributeError:
        pass
    import _importer
    return _importer.member(module, name)

# A module of the program by its whole name.
def import_file(name):
    import _importer
    return _importer.load(name)

# `from module import *`: into another one.
def import_star(module, into):
    import _importer
    _importer.bind_all(module, into)

# What a module lacks among its variables.
def module_attribute(module, name):
    if name == '__dict__':
        from _namespaces import of
        return of(module)
    return module.__getattr__(name)

def module_attribute_or(module, name, *default):
    try:
        return module_attribute(module, name)
    except AttributeError:
        if default:
            return default[0]
        raise

def module_has_attribute(module, name):
    try:
        module_attribute(module, name)
    except AttributeError:
        return False
    return True

def construct(kind, /, *args, **keywords):
    made = kind.__new__(kind, *args, **keywords)
    if not is_of_class(made, kind):
        return made
    init = special(made, '__init__')
    if init is None:
        if is_exception_class(kind):
            BaseException.__init__(made, *args)
        elif isinstance(base_of(made), list) and not has_default_new(kind):
            base_init(made, args, {})
        else:
            base_init(made, args, keywords)
        return made
    result = init(*args, **keywords)
    if result is not None:
        raise TypeError("__init__() should return None, not '" + type_name(result) + "'")
    return made

def object_new(kind, /, *args, **keywords):
    if not isinstance(kind, type):
        raise TypeError('object.__new__(X): X is not a type object (' + type_name(kind) + ')')
    refuse_abstract(kind)
    base = builtin_base(kind)
    if base is None:
        return new_instance(kind, args, None)
    if base is property or base is staticmethod or base is classmethod or base.__name__ == 'module':
        return base(*args, **keywords) if base is kind else new_instance(kind, (), None)
    if base is kind:
        return base(*args, **keywords)
    is_queue = base.__name__ == 'SimpleQueue' and kind.__init__ is not object.__init__
    if base is list or base is dict or base is set or base is bytearray or is_queue or base.__name__ == 'deque':
        return new_instance(kind, (), base())
    if base in (tuple, frozenset, float) and kind.__init__ is not object.__init__:
        keywords = {}
    return new_instance(kind, (), base(*args, **keywords))

def refuse_abstract(kind):
    missing = abstract_names(kind)
    if missing:
        plural = '' if len(missing) == 1 else 's'
        names = ', '.join(sorted(missing))
        raise TypeError("Can't instantiate abstract class " + kind.__name__ + ' with abstract method' + plural + ' ' + names)

def base_init(made, args, keywords):
    base = base_of(made)
    if base is made and type_name(base) == 'collections.deque':
        return
    if isinstance(base, list):
        base[:] = list(*args, **keywords)
    elif isinstance(base, dict):
        dict_fill(base, *args, **keywords)
    elif isinstance(base, set):
        if keywords:
            raise TypeError('set() takes no keyword arguments')
        if len(args) > 1:
            raise TypeError(type_name(made) + ' expected at most 1 argument, got ' + str(len(args)))
        base.clear()
        base.update(*args)
    elif isinstance(base, bytearray):
        base[:] = bytearray(*args, **keywords)
    elif type_name(base) == 'collections.deque':
        base.__init__(*args, **keywords)

def dict_fill(made, /, *items, **more):
    if items:
        made.update(items[0])
    made.update(more)

def tell_all(exception):
    from _introspection import tell, untold
    for one in untold(exception):
        try:
            text = str(one)
        except BaseException:
            text = '<exception str() failed>'
        tell(one, text)
    raise exception

def call_hook(exception):
    import sys
    hook, sys.excepthook = sys.excepthook, sys.__excepthook__
    try:
        hook(type(exception), exception, exception.__traceback__)
    except SystemExit:
        raise
    except BaseException as another:
        from traceback import format_exception
        sys.stderr.write('Error in sys.excepthook:\n' + ''.join(format_exception(another)))
        sys.stderr.write('\nOriginal exception was:\n')
    else:
        raise SystemExit(1)
    tell_all(exception)

def tell_exit(exception):
    import sys
    try:
        text = str(exception.code)
    except BaseException:
        text = ''
    if sys.stderr is not None:
        sys.stderr.write(text + '\n')
    raise SystemExit(1)

def refuse_print():
    raise BrokenPipeError(32, 'Broken pipe')

def deliver_signal(number):
    from signal import _arrived
    from _process import signal_handled
    _arrived(number)
    signal_handled()

# The objects in the order in which they died, the first of them last.
def finalize(values):
    while values:
        finalize_one(values.pop())

def finalize_one(value):
    try:
        if type_name(value) == 'int':
            from gc import _is_due
            _is_due(value)
        elif type_name(value) == 'weakref':
            from _weakref import callback
            callback(value)(value)
        elif type_name(value) == 'async_generator':
            hook = loop_hook(value)
            if hook is not None:
                hook(value)
        elif type_name(value) == 'coroutine' and not value.cr_suspended:
            from _unraisable import warn_unawaited
            warn_unawaited(value)
        elif special(value, '__del__') is None:
            value.close()
        else:
            special(value, '__del__')()
    except BaseException as problem:
        from _unraisable import report
        report(problem, finalizer_of(value))

def finalizer_of(value):
    if type_name(value) == 'weakref':
        from _weakref import callback
        return callback(value)
    return getattr(type(value), '__del__', value)

def end_program_and_threads():
    import threading
    threading._end_program()
    end_program()

# As in CPython, garbage ends before what is alive.
def end_program():
    import _unraisable
    from _weakref import collect, finalize_living
    collect()
    _unraisable.end()
    finalize_living()
    _unraisable.end()

def sum(iterable, *rest, start=None):
    total = rest[0] if rest else 0 if start is None else start
    for item in iterable:
        total = total + item
    return total

def all(iterable):
    for item in iterable:
        if not item:
            return False
    return True

def any(iterable):
    for item in iterable:
        if item:
            return True
    return False

def list(iterable):
    return [item for item in iterable]

def tuple(iterable):
    return tuple([item for item in iterable])

def set(iterable):
    return {item for item in iterable}

def frozenset(iterable):
    return frozen_of({item for item in iterable})

def dict(*pairs, **more):
    made = {}
    for items in pairs:
        dict_update(made, items)
    for key in more:
        made[key] = more[key]
    return made

def dict_update(made, items):
    if not isinstance(items, (list, tuple)) and hasattr(items, 'keys'):
        for key in items.keys():
            made[key] = items[key]
        return
    for key, value in items:
        made[key] = value

def enumerate(*given, iterable=None, start=None):
    number = given[1] if len(given) > 1 else 0 if start is None else start
    for item in given[0] if given else iterable:
        yield number, item
        number += 1

def zip(*iterables, strict=None):
    return zip_strictly(iterables) if strict else zip_shortest(iterables)

def zip_shortest(iterables):
    iterators = [iter(iterable) for iterable in iterables]
    for _ in range(9223372036854775807 if iterators else 0):
        items = []
        for iterator in iterators:
            for item in iterator:
                items.append(item)
                break
            else:
                return
        yield tuple(items)

def map(function, iterable, *more):
    if more:
        for items in zip(iterable, *more):
            yield function(*items)
        return
    for item in iterable:
        yield function(item)

def filter(function, iterable):
    for item in iterable:
        if item if function is None else function(item):
            yield item

def reversed(value):
    hook = special(value, '__reversed__')
    if hook is not None:
        return hook()
    if is_refused(value, '__reversed__'):
        raise TypeError("'" + type_name(value) + "' object is not reversible")
    return sequence_backwards(value)

def sequence_backwards(value):
    at = len(value) - 1
    while at >= 0:
        yield value[at]
        at -= 1

def sequence_iterator(value):
    at = 0
    while True:
        try:
            item = value[at]
        except (IndexError, StopIteration):
            return
        yield item
        at += 1

def iter(value, *sentinel):
    if sentinel:
        return until(value, sentinel[0])
    hook = special(value, '__iter__')
    if hook is not None:
        return iterator_result(hook())
    if is_refused(value, '__iter__'):
        raise TypeError("'" + type_name(value) + "' object is not iterable")
    return sequence_iterator(value)

def iterator_result(iterator):
    if special(iterator, '__next__') is None and not hasattr(iterator, '__next__'):
        raise TypeError("iter() returned non-iterator of type '" + type_name(iterator) + "'")
    return iterator

# Whether the value's class says by None that it has no such method.
def is_refused(value, name):
    return getattr(type(value), name, value) is None

def until(function, sentinel):
    while True:
        try:
            item = function()
        except StopIteration:
            return
        if item is sentinel or sentinel == item:
            return
        yield item

def next(iterator, *default):
    hook = special(iterator, '__next__')
    if hook is None:
        if is_instance(iterator) and base_of(iterator) is iterator:
            raise TypeError("'" + type_name(iterator) + "' object is not an iterator")
        for item in iterator:
            return item
        if default:
            return default[0]
        return next(iterator)
    if not default:
        return hook()
    try:
        return hook()
    except StopIteration:
        return default[0]

def sorted(iterable, *, key=None, reverse=None):
    items = [item for item in iterable]
    list_sort(items, key=key, reverse=reverse)
    return items

# The list is empty while it is sorted; who fills it meanwhile is told so at the end.
def list_sort(items, *, key=None, reverse=None):
    reverse = 0 if reverse is None else as_index(reverse)
    sorted_items = items[:]
    items.clear()
    try:
        keys = sorted_items if key is None else [key(item) for item in sorted_items]
        if not sort_natively(sorted_items, keys, reverse):
            from _sorting import sort
            sort(sorted_items, keys, reverse)
        was_changed = len(items) > 0
    finally:
        items[:] = sorted_items
    if was_changed:
        raise ValueError('list modified during sort')

def min(*items, **named):
    return extreme('min', items, named, False)

def max(*items, **named):
    return extreme('max', items, named, True)

def extreme(name, items, named, largest):
    key, found = named.get('key'), False
    for item in items[0] if len(items) == 1 else items:
        rank = item if key is None else key(item)
        if not found or (rank > best_rank if largest else rank < best_rank):
            best, best_rank, found = item, rank, True
    if found:
        return best
    if 'default' in named:
        return named['default']
    raise ValueError(name + '() arg is an empty sequence')

def bool(value):
    hook = special(value, '__bool__')
    if hook is not None:
        holds = hook()
        if holds is True or holds is False:
            return holds
        raise TypeError('__bool__ should return bool, returned ' + type_name(holds))
    if special(value, '__len__') is None and base_of(value) is not value:
        return bool(base_of(value))
    return len(value) != 0

def len(value):
    hook = special(value, '__len__')
    if hook is None:
        if base_of(value) is not value:
            return len(base_of(value))
        raise TypeError("object of type '" + type_name(value) + "' has no len()")
    length = hook()
    if not isinstance(length, int):
        raise TypeError("'" + type_name(length) + "' object cannot be interpreted as an integer")
    if length < 0:
        raise ValueError('__len__() should return >= 0')
    return length + 0

def str(value):
    hook = special(value, '__str__')
    if hook is not None:
        return text_result(hook(), '__str__')
    if isinstance(value, BaseException):
        args = value.args
        if len(args) == 1:
            return repr(args[0]) if isinstance(value, KeyError) else str(args[0])
        return repr(args) if args else ''
    if special(value, '__repr__') is None and isinstance(value, str):
        return str(base_of(value))
    return repr(value)

def repr(value):
    hook = special(value, '__repr__')
    if hook is not None:
        return text_result(hook(), '__repr__')
    if base_of(value) is not value:
        return base_repr(value)
    if not open_repr(value):
        return again_repr(value)
    try:
        return items_repr(value)
    finally:
        close_repr(value)

# What stands for an object within itself.
def again_repr(value):
    if isinstance(value, dict):
        return '{...}'
    if isinstance(value, list) or type_name(value) == 'collections.deque':
        return '[...]'
    if isinstance(value, (set, frozenset)):
        return type_name(value) + '(...)'
    return '(...)' if isinstance(value, tuple) else '...'

def items_repr(value):
    if isinstance(value, dict):
        return '{' + ', '.join([repr(key) + ': ' + repr(value[key]) for key in value]) + '}'
    if isinstance(value, list):
        return '[' + ', '.join([repr(item) for item in value]) + ']'
    if isinstance(value, tuple):
        return '(' + ', '.join([repr(item) for item in value]) + (',)' if len(value) == 1 else ')')
    if isinstance(value, set):
        return '{' + ', '.join([repr(item) for item in value]) + '}'
    if isinstance(value, frozenset):
        return 'frozenset({' + ', '.join([repr(item) for item in value]) + '})'
    if isinstance(value, BaseException):
        return type_name(value) + '(' + ', '.join([repr(item) for item in value.args]) + ')'
    kind = type_name(value)
    if kind == 'types.GenericAlias' or kind == 'types.UnionType':
        from typing import _text_of
        return _text_of(value)
    if kind == 'slice':
        return 'slice(' + repr(value.start) + ', ' + repr(value.stop) + ', ' + repr(value.step) + ')'
    if kind == 'frozenset':
        return 'frozenset({' + ', '.join([repr(item) for item in value]) + '})'
    if kind == 'collections.deque':
        end = '])' if value.maxlen is None else '], maxlen=' + str(value.maxlen) + ')'
        return 'deque([' + ', '.join([repr(item) for item in value]) + end
    if kind == 'method':
        return '<bound method ' + getattr(value, '__qualname__', '?') + ' of ' + repr(value.__self__) + '>'
    if kind in ('dict_items', 'dict_keys', 'dict_values'):
        return kind + '([' + ', '.join([repr(item) for item in value]) + '])'
    return repr(value)

def base_repr(value):
    base = base_of(value)
    if isinstance(base, bytearray) or type_name(base) == 'collections.deque':
        return type_name(value) + repr(base)[len('deque' if type_name(base) == 'collections.deque' else 'bytearray'):]
    if isinstance(base, (set, frozenset)):
        shown = repr(base)
        if shown.endswith('(...)'):
            return type_name(value) + '(...)'
        return type_name(value) + '(' + (shown[shown.index('{'):shown.rindex('}') + 1] if base else '') + ')'
    return repr(base)

def native_binary(op, left, right, in_place):
    if op == '+':
        return left + right
    if op == '-':
        return left - right
    if op == '*':
        return left * right
    if op == '/':
        return left / right
    if op == '//':
        return left // right
    if op == '%':
        return left % right
    if op == '**':
        return left ** right
    if op == '<<':
        return left << right
    if op == '>>':
        return left >> right
    if op == '&':
        return left & right
    if op == '|':
        return left | right
    if op == '^':
        return left ^ right
    if op == '@':
        return left @ right
    return unsupported(op + '=' if in_place else op, left, right)

def native_compare(op, left, right):
    if op == '<':
        return left < right
    if op == '<=':
        return left <= right
    if op == '>':
        return left > right
    if op == '>=':
        return left >= right
    return left == right

def text_result(text, name):
    if isinstance(text, str):
        return text
    raise TypeError(name + ' returned non-string (type ' + type_name(text) + ')')

def ascii(value):
    return ascii_text(repr(value))

def compile(source, filename, mode, *rest, flags=None, dont_inherit=None, optimize=None):
    import _texts
    return _texts.compiled(source, filename, mode, False)

def compile_here(inherits, source, filename, mode):
    import _texts
    return _texts.compiled(source, filename, mode, inherits)

def eval(*given, **named):
    if named:
        raise TypeError('eval() takes no keyword arguments')
    raise TypeError(f'eval expected at {"least 1 argument" if not given else "most 3 arguments"}, got {len(given)}')

def exec(*given, **named):
    if named:
        raise TypeError('gilsim does not support keyword arguments of exec()')
    raise TypeError(f'exec expected at {"least 1 argument" if not given else "most 3 arguments"}, got {len(given)}')

def run_text(is_eval, source, globals, locals, module, here, inherits):
    import _texts
    return _texts.run(is_eval, source, globals, locals, module, here, inherits)

def exit(*given, code=None):
    if len(given) > 1:
        raise TypeError(f'Quitter.__call__() takes from 1 to 2 positional arguments but {len(given) + 1} were given')
    raise SystemExit(given[0] if given else code)

def quit(*given, code=None):
    exit(*given, code=code)

def __import__(name, *rest, globals=None, locals=None, fromlist=None, level=None):
    from _imp import load
    module = load(name)
    wanted = rest[2] if len(rest) > 2 else fromlist
    return module if wanted or '.' not in name else load(name.split('.')[0])

def module_namespace(module):
    import _namespaces
    return _namespaces.of(module)

def input(*given):
    import sys
    if len(given) > 1:
        raise TypeError(f'input expected at most 1 argument, got {len(given)}')
    for prompt in given:
        sys.stdout.write(str(prompt))
    line = sys.stdin.readline()
    if not line:
        raise EOFError('EOF when reading a line')
    return line[:-1] if line[-1] == '\n' else line

def dir(value):
    return sorted(special(value, '__dir__')())

def vars(value):
    if not hasattr(value, '__dict__'):
        raise TypeError('vars() argument must have __dict__ attribute')
    return value.__dict__

def mapping_to_dict(mapping):
    if not hasattr(mapping, 'keys'):
        return mapping
    return {key: mapping[key] for key in mapping.keys()}

def zip_strictly(iterables):
    iterators = [iter(iterable) for iterable in iterables]
    for _ in range(9223372036854775807 if iterators else 0):
        items = []
        for iterator in iterators:
            for item in iterator:
                items.append(item)
                break
            else:
                at = len(items)
                plural = ' ' if at == 1 else 's 1-'
                if at:
                    raise ValueError(f'zip() argument {at + 1} is shorter than argument{plural}{at}')
                for longer in range(1, len(iterators)):
                    for _ in iterators[longer]:
                        plural = ' ' if longer == 1 else 's 1-'
                        raise ValueError(f'zip() argument {longer + 1} is longer than argument{plural}{longer}')
                return
        yield tuple(items)

def print(*values, sep=None, end=None, file=None, flush=None):
    if file is None:
        file = output()
    if file is None:
        print(*[str(value) for value in values], sep=sep, end=end)
        return
    sep, end = separator('sep', sep, ' '), separator('end', end, '\n')
    if type(file).__module__ in ('_io', 'io', 'sys'):
        file.write(sep.join([str(value) for value in values]) + end)
    else:
        write_one_by_one(file, values, sep, end)
    if flush:
        file.flush()

def separator(name, text, usual):
    if text is None:
        return usual
    if not isinstance(text, str):
        raise TypeError(f'{name} must be None or a string, not {type(text).__name__}')
    return text

# The program's own object sees each value, what stands between them, and the end.
def write_one_by_one(file, values, sep, end):
    for at, value in enumerate(values):
        if at:
            file.write(sep)
        file.write(str(value))
    file.write(end)

def output():
    from _system import is_redirected
    if not is_redirected():
        return None
    import sys
    return sys.stdout

def format_value(value, spec, conversion):
    if conversion == 'r':
        return format(repr(value), spec)
    if conversion == 'a':
        return format(ascii(value), spec)
    if conversion == 's':
        return format(str(value), spec)
    return format(value, spec)

def format(value, *spec):
    spec = spec[0] if spec else ''
    hook = special(value, '__format__')
    if hook is not None:
        made = hook(spec)
        if not isinstance(made, str):
            raise TypeError('__format__ must return a str, not ' + type_name(made))
        return made
    if special(value, '__str__') is None and special(value, '__repr__') is None and base_of(value) is not value:
        return format(base_of(value), spec)
    if spec and base_of(value) is not value:
        return format(base_of(value), spec)
    if spec and not isinstance(value, str):
        raise TypeError('unsupported format string passed to ' + type_name(value) + '.__format__')
    return str(value)

def str_join(separator, iterable):
    return separator.join([item for item in iterable])

def bytes_join(separator, items):
    return separator.join([item.tobytes() if hasattr(item, 'tobytes') else item for item in items])

def bytes(source, *rest, **named):
    hook = special(source, '__bytes__')
    if hook is None:
        if base_of(source) is not source:
            return bytes(base_of(source), *rest, **named)
        return bytes(bytearray(source, *rest, **named))
    made = hook()
    if not isinstance(made, bytes):
        raise TypeError('__bytes__ returned non-bytes (type ' + type_name(made) + ')')
    return made

def bytearray(source, *rest, **named):
    if rest or named:
        raise TypeError('encoding without a string argument')
    if hasattr(source, 'tobytes'):
        return bytearray(source.tobytes())
    if hasattr(source, '__index__'):
        return bytearray(source.__index__())
    if not hasattr(source, '__iter__') and not hasattr(source, '__getitem__'):
        raise TypeError(f"cannot convert '{type(source).__name__}' object to bytearray")
    return bytearray([as_index(item) for item in source])

def bytearray_join(separator, items):
    return separator.join([item.tobytes() if hasattr(item, 'tobytes') else item for item in items])

def bytearray_extend(made, items):
    made += items.tobytes() if hasattr(items, 'tobytes') else bytearray([as_index(item) for item in items])

def str_format(text, /, *values, **named):
    return format_text(text, values, named, [0], 2)

def str_format_map(text, mapping):
    return format_text(text, None, mapping, [0], 2)

def format_text(text, values, named, counter, depth):
    if depth < 0:
        raise ValueError('Max string recursion exceeded')
    made, at, length = [], 0, len(text)
    while at < length:
        mark = text[at]
        if mark != '{' and mark != '}':
            end = at + 1
            while end < length and text[end] != '{' and text[end] != '}':
                end += 1
            made.append(text[at:end])
            at = end
            continue
        if text[at + 1:at + 2] == mark:
            made.append(mark)
            at += 2
            continue
        if mark == '}':
            raise ValueError("Single '}' encountered in format string")
        if at + 1 >= length:
            raise ValueError("Single '{' encountered in format string")
        end = field_end(text, at + 1)
        made.append(format_field(text[at + 1:end], values, named, counter, depth))
        at = end + 1
    return ''.join(made)

def field_end(text, at):
    depth = 1
    in_brackets = False
    while at < len(text):
        mark = text[at]
        if mark == '[':
            in_brackets = True
        elif mark == ']':
            in_brackets = False
        elif mark == '{' and not in_brackets:
            depth += 1
        elif mark == '}' and not in_brackets:
            depth -= 1
            if depth == 0:
                return at
        at += 1
    raise ValueError("expected '}' before end of string")

def format_field(field, values, named, counter, depth):
    end = 0
    in_brackets = False
    while end < len(field) and (in_brackets or field[end] not in '!:'):
        in_brackets = field[end] == '[' or in_brackets and field[end] != ']'
        end += 1
    name, rest, conversion = field[:end], field[end:], ''
    if rest[:1] == '!':
        conversion, rest = rest[1:2], rest[2:]
        if rest and rest[0] != ':':
            raise ValueError("expected ':' after conversion specifier")
    spec = rest[1:]
    value = field_value(name, values, named, counter)
    if '{' in spec or '}' in spec:
        spec = format_text(spec, values, named, counter, depth - 1)
    if conversion == 'r':
        value = repr(value)
    elif conversion == 's':
        value = str(value)
    elif conversion == 'a':
        value = ascii(value)
    elif conversion:
        raise ValueError("Unknown conversion specifier '" + conversion + "'")
    return format(value, spec)

def field_value(name, values, named, counter):
    end = 0
    while end < len(name) and name[end] not in '.[':
        end += 1
    first, rest = name[:end], name[end:]
    if first == '' or first.isdigit():
        if first == '':
            if counter[0] is None:
                raise ValueError('cannot switch from manual field specification to automatic field numbering')
            at = counter[0]
            counter[0] = at + 1
        else:
            if counter[0]:
                raise ValueError('cannot switch from automatic field numbering to manual field specification')
            counter[0] = None
            at = int(first)
        if values is None:
            raise ValueError('Format string contains positional fields')
        if at >= len(values):
            raise IndexError('Replacement index ' + str(at) + ' out of range for positional args tuple')
        value = values[at]
    else:
        value = named[first]
    while rest:
        end = 1
        if rest[0] == '.':
            while end < len(rest) and rest[end] not in '.[':
                end += 1
            value, rest = getattr(value, rest[1:end]), rest[end:]
        else:
            while end < len(rest) and rest[end] != ']':
                end += 1
            key = rest[1:end]
            value, rest = value[int(key) if key.isdigit() else key], rest[end + 1:]
    return value

def prepared(value):
    return base_of(value) if special(value, '__str__') is None and special(value, '__repr__') is None else str(value)

def call_with_indexes(function, /, *arguments, **named):
    return function(*[as_index(argument) for argument in arguments], **named)

def call_with_bytes(function, /, *arguments, **named):
    return function(*[argument.tobytes() if hasattr(argument, 'tobytes') else argument for argument in arguments], **named)

def as_index(value):
    hook = special(value, '__index__')
    if hook is None:
        return value
    result = hook()
    if not isinstance(result, int):
        raise TypeError('__index__ returned non-int (type ' + type_name(result) + ')')
    return result

def numeric_int(value, *given, base=None):
    if base is not None:
        given = (base,)
    if given and isinstance(value, (str, bytes, bytearray)):
        return int(value, as_index(given[0]))
    hook = special(value, '__int__')
    if hook is None:
        hook = special(value, '__index__')
    if hook is None:
        hook = special(value, '__trunc__')
    if hook is None or given:
        raise TypeError("int() can't convert non-string with explicit base")
    result = hook()
    if not isinstance(result, int):
        raise TypeError('__int__ returned non-int (type ' + type_name(result) + ')')
    return int(result)

def numeric_float(value):
    hook = special(value, '__float__')
    if hook is None:
        return float(as_index(value))
    result = hook()
    if not isinstance(result, float):
        raise TypeError(type_name(value) + '.__float__ returned non-float (type ' + type_name(result) + ')')
    return float(result)

def numeric_round(value, *digits, ndigits=None):
    if ndigits is not None:
        digits = (ndigits,)
    return special(value, '__round__')(*digits)

def numeric_divmod(left, right):
    for value, name, other in ((left, '__divmod__', right), (right, '__rdivmod__', left)):
        hook = special(value, name)
        if hook is not None:
            result = hook(other)
            if result is not NotImplemented:
                return result
    raise TypeError("unsupported operand type(s) for divmod(): '" + type_name(left) + "' and '" + type_name(right) + "'")

def numeric_pow(left, right, *modulus):
    hook = special(left, '__pow__')
    if modulus and hook is not None:
        return hook(right, *modulus)
    return left ** right

def numeric_bytes(value, *rest, **named):
    if rest or named:
        raise TypeError(('encoding' if rest or 'encoding' in named else 'errors') + ' without a string argument')
    result = special(value, '__bytes__')()
    if not isinstance(result, bytes):
        raise TypeError('__bytes__ returned non-bytes (type ' + type_name(result) + ')')
    return result

def numeric_floor(value):
    import math
    hook = special(value, '__floor__')
    return math.floor(float(value)) if hook is None else hook()

def numeric_ceil(value):
    import math
    hook = special(value, '__ceil__')
    return math.ceil(float(value)) if hook is None else hook()

def numeric_trunc(value):
    return special(value, '__trunc__')()

def call_with_floats(function, /, *arguments, **named):
    return function(*[as_float(argument) for argument in arguments], **named)

def math_fsum(items):
    import math
    return math.fsum([as_float(item) for item in items])

def math_dist(one, other):
    import math
    return math.dist([as_float(item) for item in one], [as_float(item) for item in other])

def math_prod(items, *, start=None):
    total = 1 if start is None else start
    for item in items:
        total = total * item
    return total

def as_float(value):
    return value if special(value, '__float__') is None else numeric_float(value)


def list_extend(items, iterable):
    for item in iterable:
        items.append(item)

def list_index(items, wanted, *between):
    at = place_in(items, wanted, *between)
    if at < 0:
        raise ValueError(repr(wanted) + ' is not in list')
    return at

def tuple_index(items, wanted, *between):
    at = place_in(items, wanted, *between)
    if at < 0:
        raise ValueError('tuple.index(x): x not in tuple')
    return at

def place_in(items, wanted, *between):
    start = as_index(between[0]) if between else 0
    stop = as_index(between[1]) if len(between) > 1 else len(items)
    at = start if start >= 0 else start + len(items) if start + len(items) > 0 else 0
    stop = stop if stop >= 0 else stop + len(items)
    while at < stop and at < len(items):
        if items[at] is wanted or items[at] == wanted:
            return at
        at += 1
    return -1

def list_remove(items, wanted):
    at = place_in(items, wanted)
    if at < 0:
        raise ValueError('list.remove(x): x not in list')
    del items[at]

def tuple_count(items, wanted):
    return list_count(items, wanted)

def list_count(items, wanted):
    count = 0
    for item in items:
        if item is wanted or item == wanted:
            count += 1
    return count

def set_update(made, *iterables):
    for iterable in iterables:
        for item in iterable:
            made.add(item)

def hash(value):
    hook = special(value, '__hash__')
    if hook is not None:
        number = hook()
        if type(number) is int and -9223372036854775808 <= number <= 9223372036854775807 and number != -1:
            return number
        if not isinstance(number, int):
            raise TypeError('__hash__ method should return an integer')
        return hash(number + 0)
    if base_of(value) is not value and not is_refused(value, '__hash__'):
        return hash(base_of(value))
    if isinstance(value, tuple):
        return hash(tuple([hash(item) for item in value]))
    raise TypeError("unhashable type: '" + type_name(value) + "'")

def find_key(table, key):
    number = hash(key)
    for at, other in candidates(table, number):
        if other is key or other == key:
            return at, number
    return -1, number

def get_item(container, index):
    hook = special(container, '__getitem__')
    if hook is not None:
        return hook(index)
    if type_name(container) == 'types.GenericAlias' or type_name(container) == 'types.UnionType':
        from typing import _substituted
        return _substituted(container, index)
    if isinstance(container, dict):
        at, number = find_key(container, index)
        if at < 0:
            hook = special(container, '__missing__')
            if hook is not None:
                return hook(index)
            raise KeyError(index)
        return table_value(container, at)
    if base_of(container) is not container:
        return base_of(container)[index]
    if isinstance(container, type):
        hook = getattr(container, '__class_getitem__', None)
        if hook is not None:
            return hook(index)
        raise TypeError("type '" + container.__name__ + "' is not subscriptable")
    return indexed(container, index)

def indexed(container, index):
    if special(index, '__index__') is not None:
        return container[as_index(index)]
    if isinstance(index, slice):
        return container[plain_slice(index)]
    return not_subscriptable(container)

def plain_slice(index):
    return slice(as_index(index.start), as_index(index.stop), as_index(index.step))

def set_item(value, container, index):
    hook = special(container, '__setitem__')
    if hook is not None:
        hook(index, value)
        return
    if isinstance(container, dict):
        at, number = find_key(container, index)
        table_put(container, at, number, index, value)
        return
    if base_of(container) is not container and type_name(container) != 'mappingproxy':
        base_of(container)[index] = value
        return
    if special(index, '__index__') is not None:
        container[as_index(index)] = value
        return
    if isinstance(index, slice) and isinstance(container, (list, bytearray)):
        if isinstance(container, bytearray):
            value = value.tobytes() if hasattr(value, 'tobytes') else bytearray([as_index(item) for item in value])
        container[plain_slice(index)] = value
        return
    if isinstance(container, bytearray) and special(value, '__index__') is not None:
        container[index] = as_index(value)
        return
    raise TypeError("'" + type_name(container) + "' object does not support item assignment")

def delete_item(container, index):
    hook = special(container, '__delitem__')
    if hook is not None:
        hook(index)
        return
    if isinstance(container, dict):
        at, number = find_key(container, index)
        if at < 0:
            raise KeyError(index)
        table_remove(container, at)
        return
    if base_of(container) is not container and type_name(container) != 'mappingproxy':
        del base_of(container)[index]
        return
    if special(index, '__index__') is not None:
        del container[as_index(index)]
        return
    if isinstance(index, slice) and isinstance(container, (list, bytearray)):
        del container[plain_slice(index)]
        return
    raise TypeError("'" + type_name(container) + "' object doesn't support item deletion")

def set_add(table, item):
    at, number = find_key(table, item)
    if at < 0:
        table_put(table, at, number, item, None)

def dict_get(table, key, *default):
    at, number = find_key(table, key)
    if at < 0:
        return default[0] if default else None
    return table_value(table, at)

def contains_op(item, container, invert):
    hook = special(container, '__contains__')
    if hook is not None:
        return (True if hook(item) else False) != invert
    if isinstance(container, (dict, set)):
        return (find_key(container, item)[0] >= 0) != invert
    if is_refused(container, '__contains__') or is_refused(container, '__iter__'):
        raise TypeError("'" + type_name(container) + "' object is not a container")
    if isinstance(container, (bytes, bytearray)):
        return ((item.tobytes() if hasattr(item, 'tobytes') else as_index(item)) in container) != invert
    for other in container:
        if other is item or other == item:
            return not invert
    return invert

def overrides(kind, base, name):
    return base in kind.__mro__ and getattr(kind, name) is not getattr(base, name, None)

def are_numbers(left, right):
    return isinstance(left, (int, float, complex)) and isinstance(right, (int, float, complex))

def binary_op(left, right, op, in_place):
    name, reflected, changing = operator_names(op)
    if in_place:
        hook = special(left, changing)
        if hook is not None:
            result = hook(right)
            if result is not NotImplemented:
                return result
    # Who is of the other's class, and has an own way, comes first; between two of one class there is no way back.
    backward = special(right, reflected) if type(left) is not type(right) else None
    if backward is not None and overrides(type(right), type(left), reflected):
        result = backward(left)
        if result is not NotImplemented:
            return result
        backward = None
    hook = special(left, name)
    if hook is not None:
        result = hook(right)
        if result is not NotImplemented:
            return result
    if backward is not None and (hook is not None or not are_numbers(base_of(left), base_of(right))):
        result = backward(left)
        if result is not NotImplemented:
            return result
    return operator_without_left(left, right, op, in_place)

# Where no method of a class of either has a result.
def operator_without_left(left, right, op, in_place):
    if op == '%' and isinstance(left, str):
        made = percent_natively(left, right)
        return made if '%' in left else left
    if in_place and base_of(left) is not left and changes_in_place(base_of(left)):
        base = base_of(left)
        if op == '+':
            base += right
            return left
        if op == '|':
            base |= right
            return left
    if op == '%' and isinstance(left, (bytes, bytearray)):
        return bytes_percent(base_of(left), right)
    one, other = base_of(left), base_of(right)
    if op == '+' and isinstance(one, (bytes, bytearray)) and hasattr(right, 'tobytes'):
        return native_binary(op, one, right.tobytes(), in_place)
    if op in ('|', '&', '-', '^') and is_plain_set(left) and is_plain_set(right):
        if in_place and isinstance(left, set):
            return set_in_place(op, left, right)
        return set_operation(op, left, right)
    if op == '|' and isinstance(left, dict) and (in_place or isinstance(right, dict) and other is right) and one is left:
        if in_place:
            left.update(right)
            return left
        return dict_union(left, right)
    if op == '*' and is_repeated(one):
        other = times(other, right)
    elif op == '*' and is_repeated(other) and not (in_place and is_instance(left)):
        one = times(one, left)
    if one is not left or other is not right:
        return binary_of_bases(op, left, right, one, other, in_place)
    return unsupported(op + '=' if in_place else op, left, right)

def bytes_percent(template, values):
    if isinstance(values, tuple):
        return template % tuple([bytes_value(value) for value in values])
    if isinstance(values, dict):
        return template % {key: bytes_value(values[key]) for key in values}
    return template % bytes_value(values)

# What is put into bytes for an object.
def bytes_value(value):
    for name in ('__bytes__', 'tobytes', '__index__', '__float__'):
        hook = special(value, name)
        if hook is not None:
            return hook()
    if not is_instance(value):
        return value
    if base_of(value) is not value:
        return base_of(value)
    raise TypeError("%b requires a bytes-like object, or an object that implements __bytes__, not '" + type_name(value) + "'")

def is_repeated(base):
    return isinstance(base, (str, list, tuple, bytes, bytearray)) or type_name(base) == 'collections.deque'

# How often a sequence is repeated.
def times(base, value):
    number = as_index(base)
    if not isinstance(number, int):
        raise TypeError("can't multiply sequence by non-int of type '" + type_name(value) + "'")
    return number

def changes_in_place(base):
    return isinstance(base, (list, set, dict, bytearray)) or type_name(base) == 'collections.deque'

# What does not go is told of the objects, which have classes of their own.
def binary_of_bases(op, left, right, one, other, in_place):
    try:
        made = native_binary(op, one, other, in_place)
        return made if type_name(one) != 'collections.deque' or one is left else deque_of(type(left), made)
    except TypeError as problem:
        text = str(problem)
        if not text.startswith('unsupported operand') and (one is not left or not text.startswith('can only')):
            raise
    return unsupported(op + '=' if in_place else op, left, right)

def is_plain_set(value):
    return base_of(value) is value and (isinstance(value, (set, frozenset)) or type_name(value) in ('dict_keys', 'dict_items'))

def percent_natively(template, values):
    made, given, at, taken = [], [], 0, 0
    is_tuple = isinstance(values, tuple)
    is_named = False
    while at < len(template):
        if template[at] != '%':
            made.append(template[at])
            at += 1
            continue
        at += 1
        name, begin = None, at
        if template[at:at + 1] == '(':
            end = template.index(')', at)
            name, is_named = template[at + 1:end], True
            begin = at = end + 1
        while at < len(template) and template[at] in '#0- +123456789.*hlL':
            if template[at] == '*':
                template = template[:at] + str(values[taken]) + template[at + 1:]
                taken += 1
            at += 1
        if at >= len(template):
            raise ValueError('incomplete format')
        flags, code = template[begin:at], template[at]
        at += 1
        if code == '%':
            made.append('%%')
            continue
        if name is not None:
            value = values[name]
        elif not is_tuple and taken == 0:
            value, taken = values, 1
        elif is_tuple and taken < len(values):
            value, taken = values[taken], taken + 1
        else:
            raise TypeError('not enough arguments for format string')
        if code in 'rsa':
            value = repr(value) if code == 'r' else ascii(value) if code == 'a' else str(value)
            code = 's'
        elif code in 'eEfFgG':
            value = as_float(value)
        else:
            value = numeric_int(value) if special(value, '__int__') is not None and code in 'diu' else as_index(base_of(value))
        made.append('%' + flags + code)
        given.append(value)
    if is_tuple and not is_named and taken < len(values):
        raise TypeError('not all arguments converted during string formatting')
    return percent_natively(''.join(made), tuple(given))

def set_operation(op, left, right):
    made = set()
    if op == '|':
        for group in (left, right):
            for item in group:
                made.add(item)
    elif op == '&':
        for item in right:
            if item in left:
                made.add(item)
    else:
        for item in left:
            if item not in right:
                made.add(item)
        if op == '^':
            for item in right:
                if item not in left:
                    made.add(item)
    return frozenset(made) if isinstance(left, frozenset) else made

def set_in_place(op, left, right):
    result = set_operation(op, left, right)
    left.clear()
    for item in result:
        left.add(item)
    return left

def set_comparison(op, left, right):
    if op == '>' or op == '>=':
        left, right, op = right, left, '<' if op == '>' else '<='
    if op == '<' and len(left) >= len(right) or op == '==' and len(left) != len(right):
        return False
    for item in left:
        if item not in right:
            return False
    return True

def dict_union(left, right):
    made = {}
    for table in (left, right):
        for key in table:
            made[key] = table[key]
    return made

def set_union(made, *others):
    for other in others:
        made = set_operation('|', made, other)
    return made

def set_intersection(made, *others):
    for other in others:
        made = set_operation('&', made, other if isinstance(other, (set, frozenset)) else [item for item in other])
    return made

def set_difference(made, *others):
    for other in others:
        made = set_operation('-', made, other if isinstance(other, (set, frozenset)) else {item for item in other})
    return made

def set_symmetric_difference(made, other):
    return set_operation('^', made, {item for item in other})

def set_difference_update(made, *others):
    set_in_place('|', made, made) if not others else set_in_place('&', made, set_difference(made, *others))

def set_intersection_update(made, *others):
    set_in_place('&', made, set_intersection(made, *others))

def set_symmetric_difference_update(made, other):
    set_in_place('^', made, {item for item in other})

def set_issubset(made, other):
    return set_comparison('<=', made, {item for item in other})

def set_issuperset(made, other):
    return set_comparison('>=', made, {item for item in other})

def set_isdisjoint(made, other):
    for item in other:
        if item in made:
            return False
    return True

def frozenset_union(made, *others):
    return set_union(made, *others)

def frozenset_intersection(made, *others):
    return set_intersection(made, *others)

def frozenset_difference(made, *others):
    return set_difference(made, *others)

def frozenset_symmetric_difference(made, other):
    return set_symmetric_difference(made, other)

def frozenset_issubset(made, other):
    return set_issubset(made, other)

def frozenset_issuperset(made, other):
    return set_issuperset(made, other)

def frozenset_isdisjoint(made, other):
    return set_isdisjoint(made, other)

def compare_op(left, right, op):
    names = operator_names(op)
    forward, backward = names[0], names[1]
    # Who is of a class that is derived from the other's comes first.
    is_asked = type(left) is not type(right) and type(left) in type(right).__mro__
    for one, other, name in [(right, left, backward), (left, right, forward)] if is_asked else [(left, right, forward)]:
        result = own_comparison(one, other, name)
        if result is not NotImplemented:
            return result
    return comparison_without_left(left, right, op, is_asked)

# What the class of the one says of it and the other.
def own_comparison(one, other, name):
    hook = special(one, name)
    if hook is not None:
        return hook(other)
    hook = special(one, '__eq__') if name == '__ne__' else None
    if hook is None:
        return NotImplemented
    result = hook(other)
    return result if result is NotImplemented else not result

def comparison_without_left(left, right, op, is_asked):
    if not is_asked:
        result = own_comparison(right, left, operator_names(op)[1])
        if result is not NotImplemented:
            return result
    if op == '!=':
        return not comparison_without_left(left, right, '==', True)
    if is_plain_set(left) and is_plain_set(right):
        return set_comparison(op, left, right)
    if op == '==':
        return left is right or equal_items(left, right)
    one, other = base_of(left), base_of(right)
    if one is not left or other is not right:
        return comparison_of_bases(op, left, right, one, other)
    for kind in (list, tuple):
        if isinstance(left, kind) and isinstance(right, kind):
            for at in range(min(len(left), len(right))):
                if left[at] is not right[at] and not left[at] == right[at]:
                    return compare_op(left[at], right[at], op)
            return compare_op(len(left), len(right), op)
    return compare_natively(op, left, right)

def comparison_of_bases(op, left, right, one, other):
    try:
        return native_compare(op, one, other)
    except TypeError as problem:
        if not str(problem).endswith(f"between instances of '{type_name(one)}' and '{type_name(other)}'"):
            raise
    raise TypeError(f"'{op}' not supported between instances of '{type_name(left)}' and '{type_name(right)}'")

def equal_items(left, right):
    for kind in (list, tuple):
        if isinstance(left, kind) and isinstance(right, kind):
            if len(left) != len(right):
                return False
            for at in range(len(left)):
                if left[at] is not right[at] and not left[at] == right[at]:
                    return False
            return True
    if isinstance(left, dict) and isinstance(right, dict) and len(left) == len(right):
        for key in left:
            if key not in right or not left[key] == right[key]:
                return False
        return True
    return False

def negative_op(value):
    return unary(value, '__neg__', '-')

def positive_op(value):
    return unary(value, '__pos__', '+')

def invert_op(value):
    return unary(value, '__invert__', '~')

def unary(value, name, sign):
    hook = special(value, name)
    if hook is None and isinstance(value, (int, float, complex)) and base_of(value) is not value:
        value = base_of(value)
        return -value if sign == '-' else +value if sign == '+' else ~value
    if hook is None:
        raise TypeError('bad operand type for unary ' + sign + ": '" + type_name(value) + "'")
    return hook()

def abs(value):
    hook = special(value, '__abs__')
    if hook is None and base_of(value) is not value:
        return abs(base_of(value))
    if hook is None:
        raise TypeError("bad operand type for abs(): '" + type_name(value) + "'")
    return hook()

def divmod(left, right):
    hook = special(left, '__divmod__')
    if hook is not None:
        made = hook(right)
        if made is not NotImplemented:
            return made
    hook = special(right, '__rdivmod__')
    if hook is not None:
        made = hook(left)
        if made is not NotImplemented:
            return made
    if base_of(left) is not left or base_of(right) is not right:
        return divmod(base_of(left), base_of(right))
    raise TypeError("unsupported operand type(s) for divmod(): '" + type_name(left) + "' and '" + type_name(right) + "'")

def not_op(value):
    return not bool(value)

def getattr(value, name, *default):
    if name == '__globals__' and type_name(value) == 'function':
        return value.__globals__
    try:
        try:
            return computed_attribute(value, name)()
        except AttributeError:
            # A property does not have the last word.
            fallback = special(value, '__getattr__')
            if fallback is None:
                raise
            if special(value, '__getattribute__') is None and not is_in_classes(value, name):
                raise
        return fallback(name)
    except AttributeError:
        if default:
            return default[0]
        raise

def is_in_classes(value, name):
    for above in type(value).__mro__:
        if hasattr(above, '__dict__') and name in above.__dict__:
            return True
    return False

def hooked_attribute(value, name):
    try:
        return special(value, '__getattribute__')(name)
    except AttributeError:
        return special(value, '__getattr__')(name)

def property_or_fallback(value, getter, name):
    try:
        return getter(value)
    except AttributeError:
        return special(value, '__getattr__')(name)

def descriptor_or_fallback(value, getter, name):
    try:
        return getter(value, type(value))
    except AttributeError:
        return special(value, '__getattr__')(name)

def hasattr(value, name):
    try:
        getattr(value, name)
    except AttributeError:
        return False
    return True

def generator_close(generator):
    try:
        generator.throw(GeneratorExit())
    except (GeneratorExit, StopIteration):
        return
    raise RuntimeError('generator ignored GeneratorExit')

def generator_throw(generator, kind, *rest):
    return frame_throw(generator, thrown_exception(kind, *rest))

def thrown_exception(kind, *rest):
    value = rest[0] if rest else None
    if len(rest) > 1 and rest[1] is not None and type_name(rest[1]) != 'traceback':
        raise TypeError('throw() third argument must be a traceback')
    if isinstance(kind, BaseException):
        if value is not None:
            raise TypeError('instance exception may not have a separate value')
        return kind
    if not is_exception_class(kind):
        raise TypeError('exceptions must be classes or instances deriving from BaseException, not ' + type_name(kind))
    if value is None:
        return kind()
    if isinstance(value, kind):
        return value
    return kind(*value) if isinstance(value, tuple) else kind(value)

def is_exception_class(kind):
    return isinstance(kind, type) and issubclass(kind, BaseException)

def throw_inside(iterator, thrown):
    if isinstance(thrown, GeneratorExit):
        close = getattr(iterator, 'close', None)
        if close is not None:
            close()
        raise thrown
    throw = getattr(iterator, 'throw', None)
    if throw is None:
        raise thrown
    return throw(thrown)

def coroutine_close(coroutine):
    try:
        frame_throw(coroutine, GeneratorExit())
    except (GeneratorExit, StopIteration):
        return
    except RuntimeError as problem:
        if problem.args == ('cannot reuse already awaited coroutine',):
            return
        raise
    raise RuntimeError('coroutine ignored GeneratorExit')

def coroutine_throw(coroutine, kind, *rest):
    return frame_throw(coroutine, thrown_exception(kind, *rest))

def coroutine___await__(coroutine):
    return (yield from coroutine)

def get_awaitable(value, source):
    if source == 0:
        return awaitable_iterator(value, 'object ', " can't be used in 'await' expression")
    name = '__aenter__' if source == 1 else '__aexit__'
    start = "'async with' received an object from " + name + ' that does not implement __await__: '
    return awaitable_iterator(value, start, '')

def awaitable_iterator(value, start, end):
    if is_awaitable(value):
        return value
    hook = special(value, '__await__')
    if hook is None:
        raise TypeError(start + type_name(value) + end)
    iterator = hook()
    if is_iterator(iterator):
        return iterator
    if type_name(iterator) == 'coroutine':
        raise TypeError('__await__() returned a coroutine')
    raise TypeError("__await__() returned non-iterator of type '" + type_name(iterator) + "'")

def get_aiter(value):
    iterator = special(value, '__aiter__')()
    if type_name(iterator) != 'async_generator' and special(iterator, '__anext__') is None:
        start = "'async for' received an object from __aiter__ that does not implement __anext__: "
        raise TypeError(start + type_name(iterator))
    return iterator

def get_anext(iterator):
    awaitable = special(iterator, '__anext__')()
    try:
        return awaitable_iterator(awaitable, 'object ', " can't be used in 'await' expression")
    except BaseException as problem:
        start = "'async for' received an invalid object from __anext__: "
        raise TypeError(start + type_name(awaitable)) from problem

def async_generator___aiter__(generator):
    return generator

def async_generator___anext__(generator):
    return as_awaitable(asked(generator, None, None, 'anext()'))

def async_generator_asend(generator, value):
    return as_awaitable(asked(generator, value, None, 'asend()'))

def async_generator_athrow(generator, kind, *rest):
    return as_thrown(asked(generator, None, thrown_exception(kind, *rest), 'athrow()'))

def async_generator_aclose(generator):
    return as_thrown(closing(generator, None, None))

def async_generator_asend___await__(awaitable):
    return awaitable

def async_generator_asend_close(awaitable):
    if end_unawaited(awaitable):
        return
    try:
        frame_throw(awaitable, GeneratorExit())
    except (GeneratorExit, StopIteration):
        return
    except RuntimeError as problem:
        if problem.args and 'cannot reuse already awaited ' in problem.args[0]:
            return
        raise

def async_generator_asend_throw(awaitable, kind, *rest):
    return frame_throw(awaitable, thrown_exception(kind, *rest))

def async_generator_athrow___await__(awaitable):
    return awaitable

def async_generator_athrow_close(awaitable):
    async_generator_asend_close(awaitable)

def async_generator_athrow_throw(awaitable, kind, *rest):
    return frame_throw(awaitable, thrown_exception(kind, *rest))

def asked(generator, value, thrown, what):
    # Nobody is there any more to be thrown at.
    if what == 'athrow()' and generator.ag_frame is None and not generator.ag_running:
        return
    set_asked(generator, True, what)
    try:
        while True:
            item = step(generator, value, thrown)
            if marked(item):
                return unmarked(item)
            value = thrown = None
            try:
                value = yield item
            except BaseException as problem:
                thrown = problem
    finally:
        set_asked(generator, False, what)

def step(generator, value, thrown):
    ended = False
    try:
        if thrown is None:
            return frame_send(generator, value)
        return frame_throw(generator, thrown)
    except StopIteration:
        ended = True
    if ended:
        raise StopAsyncIteration

def closing(generator, value, thrown):
    try:
        # What is thrown before anything is sent is the generator's own, and closing begins after it.
        while thrown is not None:
            item = step(generator, None, thrown)
            if marked(item):
                break
            thrown = None
            try:
                yield item
            except BaseException as problem:
                thrown = problem
        else:
            yield from asked(generator, None, GeneratorExit(), 'aclose()')
    except (GeneratorExit, StopAsyncIteration):
        return
    raise RuntimeError('async generator ignored GeneratorExit')

def aiter(value):
    if type_name(value) == 'async_generator':
        return value
    if special(value, '__aiter__') is None:
        raise TypeError("'" + type_name(value) + "' object is not an async iterable")
    iterator = special(value, '__aiter__')()
    if type_name(iterator) != 'async_generator' and special(iterator, '__anext__') is None:
        raise TypeError("aiter() returned not an async iterator of type '" + type_name(iterator) + "'")
    return iterator

def anext(iterator, /, *default):
    if len(default) > 1:
        raise TypeError(f'anext expected at most 2 arguments, got {len(default) + 1}')
    if type_name(iterator) == 'async_generator':
        awaitable = iterator.__anext__()
    else:
        hook = special(iterator, '__anext__')
        if hook is None:
            raise TypeError("'" + type_name(iterator) + "' object is not an async iterator")
        awaitable = hook()
    if not default:
        return awaitable
    return as_awaitable(next_or_default(awaitable, None, None, default[0]))

def next_or_default(awaitable, value, thrown, default):
    try:
        if thrown is not None:
            raise thrown
        return (yield from awaitable_iterator(awaitable, 'object ', " can't be used in 'await' expression"))
    except StopAsyncIteration:
        return default

def build_map(items):
    made = {}
    for at in range(0, len(items), 2):
        made[items[at]] = items[at + 1]
    return made

def build_set(items):
    made = set()
    for item in items:
        made.add(item)
    return made

def dict_pop(table, key, *default):
    at, number = find_key(table, key)
    if at < 0:
        if default:
            return default[0]
        raise KeyError(key)
    value = table_value(table, at)
    table_remove(table, at)
    return value

def dict_setdefault(table, key, *default):
    at, number = find_key(table, key)
    if at < 0:
        value = default[0] if default else None
        table_put(table, at, number, key, value)
        return value
    return table_value(table, at)

def set_discard(table, item):
    at, number = find_key(table, item)
    if at >= 0:
        table_remove(table, at)

def set_remove(table, item):
    at, number = find_key(table, item)
    if at < 0:
        raise KeyError(item)
    table_remove(table, at)

def call_with_lists(function, /, *arguments, **named):
    given = [[item for item in argument] if wants_python(argument) else argument for argument in arguments]
    return function(*given, **named)

def is_sequence(value):
    from collections.abc import Sequence
    return isinstance(value, Sequence)

def is_mapping(value):
    from collections.abc import Mapping
    return isinstance(value, Mapping)

def match_keys(subject, keys):
    get, missing = subject.get, object()
    found = []
    for key in keys:
        value = get(key, missing)
        if value is missing:
            return None
        found.append(value)
    return tuple(found)

def match_class(subject, kind, names, count):
    found, seen = [], []
    if count:
        by_position = getattr(kind, '__match_args__', None)
        if by_position is None:
            by_position = ()
            if matches_itself(kind):
                if count > 1:
                    raise TypeError(too_many_patterns(kind, 1, count))
                found.append(subject)
                count = 0
        elif not isinstance(by_position, tuple):
            raise TypeError(kind.__name__ + '.__match_args__ must be a tuple (got ' + type_name(by_position) + ')')
        if count > len(by_position):
            raise TypeError(too_many_patterns(kind, len(by_position), count))
        for at in range(count):
            if not isinstance(by_position[at], str):
                raise TypeError('__match_args__ elements must be strings (got ' + type_name(by_position[at]) + ')')
            seen.append(by_position[at])
    for name in names:
        seen.append(name)
    for at in range(len(seen)):
        if seen[at] in seen[:at]:
            raise TypeError(kind.__name__ + '() got multiple sub-patterns for attribute ' + repr(seen[at]))
        try:
            found.append(getattr(subject, seen[at]))
        except AttributeError:
            return None
    return tuple(found)

def matches_itself(kind):
    for builtin in (bool, bytearray, bytes, dict, float, frozenset, int, list, set, str, tuple):
        if issubclass(kind, builtin):
            return True
    return False

def too_many_patterns(kind, allowed, count):
    plural = '' if allowed == 1 else 's'
    return f'{kind.__name__}() accepts {allowed} positional sub-pattern{plural} ({count} given)'

def object___eq__(value, other):
    return True if value is other else NotImplemented

def object___ne__(value, other):
    hook = special(value, '__eq__')
    result = object___eq__(value, other) if hook is None else hook(other)
    return NotImplemented if result is NotImplemented else not result

def object___lt__(value, other):
    return NotImplemented

def object___le__(value, other):
    return NotImplemented

def object___gt__(value, other):
    return NotImplemented

def object___ge__(value, other):
    return NotImplemented

def object___hash__(value):
    return identity_hash(value)

def object___format__(value, spec):
    if not spec:
        return str(value)
    if not isinstance(value, (int, float, complex, str)):
        raise TypeError('unsupported format string passed to ' + type_name(value) + '.__format__')
    return format(base_of(value), spec)

def RLock__release_save(lock):
    from _thread import get_ident
    again = lock._depth()
    lock.release()
    return again + 1, get_ident()

def RLock__acquire_restore(lock, saved):
    count, owner = saved
    lock.acquire()
    lock._depth(count - 1)

def range_index(numbers, wanted):
    at = 0
    for number in numbers:
        if number == wanted:
            return at
        at += 1
    raise ValueError('sequence.index(x): x not in sequence')

def range_count(numbers, wanted):
    count = 0
    for number in numbers:
        if number == wanted:
            count += 1
    return count

def dict_fromkeys(kind, keys, *value):
    value = value[0] if value else None
    made = kind()
    for key in keys:
        made[key] = value
    return made

def iterator___next__(value):
    return next(value)

def iterator___iter__(value):
    return value

def any___reversed__(value):
    return reversed(base_of(value))

def any___rmul__(value, other):
    return dunder_binary('*', value, other)

def any___radd__(value, other):
    return dunder_binary('+', other, value)

def any___rsub__(value, other):
    return dunder_binary('-', other, value)

def any___rtruediv__(value, other):
    return dunder_binary('/', other, value)

def any___rfloordiv__(value, other):
    return dunder_binary('//', other, value)

def any___rmod__(value, other):
    return dunder_binary('%', other, value)

def any___lshift__(value, other):
    return dunder_binary('<<', value, other)

def any___rshift__(value, other):
    return dunder_binary('>>', value, other)

def any___divmod__(value, other):
    return divmod(base_of(value), base_of(other))

def any___index__(value):
    return base_of(value)

def any___int__(value):
    return int(base_of(value))

def any___float__(value):
    return float(base_of(value))

def any___round__(value, *digits):
    return round(base_of(value), *digits)

def any___trunc__(value):
    return int(base_of(value))

def any___floor__(value):
    import math
    base = base_of(value)
    return math.floor(base) if isinstance(base, float) else +base

def any___ceil__(value):
    import math
    base = base_of(value)
    return math.ceil(base) if isinstance(base, float) else +base

def any___pos__(value):
    return +base_of(value)

def any___invert__(value):
    return ~base_of(value)

def any___imul__(value, other):
    base = base_of(value)
    base *= other
    return value

def any___ior__(value, other):
    base = base_of(value)
    base |= other
    return value

def any___iand__(value, other):
    base = base_of(value)
    base &= other
    return value

def any___isub__(value, other):
    base = base_of(value)
    base -= other
    return value

def any___ixor__(value, other):
    base = base_of(value)
    base ^= other
    return value

def any___call__(value, /, *args, **keywords):
    return value(*args, **keywords)

def any___init__(value, /, *args, **keywords):
    base_init(value, args, keywords)

def any___getitem__(value, index):
    return get_base_item(value, index)

def get_base_item(value, index):
    if isinstance(value, dict) and index not in base_of(value) and special(value, '__missing__') is not None:
        return special(value, '__missing__')(index)
    return base_of(value)[index]

def any___setitem__(value, index, item):
    base_of(value)[index] = item

def any___delitem__(value, index):
    del base_of(value)[index]

def any___len__(value):
    return len(base_of(value))

def any___iter__(value):
    return iter(base_of(value))

def any___contains__(value, item):
    return item in base_of(value)

def any___eq__(value, other):
    return dunder_comparison('==', value, other)

def any___ne__(value, other):
    return dunder_comparison('!=', value, other)

def any___lt__(value, other):
    return dunder_comparison('<', value, other)

def any___le__(value, other):
    return dunder_comparison('<=', value, other)

def any___gt__(value, other):
    return dunder_comparison('>', value, other)

def any___ge__(value, other):
    return dunder_comparison('>=', value, other)

def dunder_comparison(op, value, other):
    value, other = base_of(value), base_of(other)
    if isinstance(value, (int, float)):
        if not isinstance(other, (int, float)) or isinstance(value, int) and not isinstance(other, int):
            return NotImplemented
    elif not are_comparable(value, other):
        return NotImplemented
    return not value == other if op == '!=' else native_compare(op, value, other)

def are_comparable(value, other):
    kind, another = type_name(value), type_name(other)
    if kind in ('bytes', 'bytearray'):
        return another in ('bytes', 'bytearray')
    if kind in ('set', 'frozenset'):
        return another in ('set', 'frozenset')
    if kind in ('dict_keys', 'dict_items'):
        return another in ('set', 'frozenset', 'dict_keys', 'dict_items')
    return kind == another

def any___add__(value, other):
    return dunder_binary('+', value, other)

def any___iadd__(value, other):
    base = base_of(value)
    base += other
    return value

def any___sub__(value, other):
    return dunder_binary('-', value, other)

def any___mul__(value, other):
    return dunder_binary('*', value, other)

def any___truediv__(value, other):
    return dunder_binary('/', value, other)

def any___floordiv__(value, other):
    return dunder_binary('//', value, other)

def any___mod__(value, other):
    return dunder_binary('%', value, other)

def any___pow__(value, other):
    return dunder_binary('**', value, other)

def any___and__(value, other):
    return dunder_binary('&', value, other)

def any___or__(value, other):
    return dunder_binary('|', value, other)

def any___xor__(value, other):
    return dunder_binary('^', value, other)

def dunder_binary(op, value, other):
    value, other = base_of(value), base_of(other)
    if isinstance(value, (int, float)):
        if not isinstance(other, (int, float)) or isinstance(value, int) and not isinstance(other, int):
            return NotImplemented
    return native_binary(op, value, other, False)

def any___hash__(value):
    return hash(base_of(value))

def any___neg__(value):
    return -base_of(value)

def any___abs__(value):
    return abs(base_of(value))

def any___bool__(value):
    return bool(base_of(value))

def any___reduce__(value):
    import copyreg
    return copyreg.reduce(value)

def any___reduce_ex__(value, protocol):
    import copyreg
    return copyreg.reduce_ex(value, protocol)

def any___getstate__(value):
    import copyreg
    return copyreg.getstate(value)

def complex(*parts, real=None, imag=None):
    real, imag = parts[0] if parts else real, parts[1] if len(parts) > 1 else imag
    first = 0 if real is None else complex_part(real, True)
    return complex(first) if imag is None else complex(first, complex_part(imag, False))

def complex_part(value, is_first):
    hook = special(value, '__complex__') if is_first else None
    if hook is not None:
        made = hook()
        if not isinstance(made, complex):
            raise TypeError('__complex__ returned non-complex (type ' + type_name(made) + ')')
        return made
    if isinstance(value, (int, float, complex)):
        return value
    if special(value, '__float__') is not None:
        return float(value)
    hook = special(value, '__index__')
    if hook is not None:
        return hook()
    what = 'first argument must be a string or a number' if is_first else 'second argument must be a number'
    raise TypeError(f"complex() {what}, not '{type_name(value)}'")

def deque(iterable, *rest, maxlen=None):
    return make_deque([item for item in iterable], *rest) if rest else make_deque([item for item in iterable], maxlen)

def deque___init__(made, *given, **named):
    items = given[0] if given else named.pop('iterable', ())
    made.__init__([item for item in items], *given[1:], **named)

def deque_copy(made):
    return deque_of(type(made), made)

def deque_of(kind, items):
    return kind(items) if items.maxlen is None else kind(items, items.maxlen)

def deque_extend(made, iterable):
    for item in iterable:
        made.append(item)

def SimpleQueue_get(queue, *given, **named):
    from _queue import _get
    return _get(queue, *given, **named)

def SimpleQueue_get_nowait(queue, **named):
    from _queue import Empty
    raise Empty

def deque_extendleft(made, iterable):
    for item in iterable:
        made.appendleft(item)

def deque_index(made, wanted, *between):
    size = len(made)
    start, stop, *_ = between + (None, None)
    for at in range(size)[start:stop]:
        found = made[at] is wanted or made[at] == wanted
        if len(made) != size:
            raise RuntimeError('deque mutated during iteration')
        if found:
            return at
    raise ValueError(repr(wanted) + ' is not in deque')

def deque_remove(made, wanted):
    size = len(made)
    for at in range(size):
        found = made[at] is wanted or made[at] == wanted
        if len(made) != size:
            raise IndexError('deque mutated during iteration')
        if found:
            del made[at]
            return
    raise ValueError(repr(wanted) + ' is not in deque')

def deque_count(made, wanted):
    size = len(made)
    count = 0
    for at in range(size):
        count += made[at] is wanted or made[at] == wanted
        if len(made) != size:
            raise RuntimeError('deque mutated during iteration')
    return count

def open(file, *rest, **named):
    import _files
    return _files.open(file, *rest, **named)
