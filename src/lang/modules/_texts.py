# What `eval`, `exec` and `compile` do with what they are given. A text runs in the variables of a module; a dict that is to
# hold its variables becomes a view of those of a new one.

import _namespaces

class code:
    __module__ = 'builtins'
    __slots__ = ('_text', 'co_filename', '_mode', '_inherits')
    co_name = '<module>'

    # What else code tells is told by that of the function that executes it.
    def __getattr__(self, name):
        return getattr(_function(self, False, _nowhere).__code__, name)

    def __repr__(self):
        return f'<code object <module> at {id(self):#x}, file "{self.co_filename}", line 1>'

def _mistake(told, filename):
    kind, message, text, line, column, end_line, end_column = told
    if kind == 'RecursionError':
        return RecursionError(message)
    if kind == 'MemoryError':
        return MemoryError()
    kind = {'SyntaxError': SyntaxError, 'IndentationError': IndentationError, 'TabError': TabError}[kind]
    return kind(message, (filename, line, column, text, end_line, end_column))

def _function(made, in_namespace, module):
    filename = made.co_filename
    made = compiled_text(made._text, filename, made._mode, in_namespace, made._inherits, module)
    if type(made) is tuple:
        raise _mistake(made, filename)
    return made

# A module for expressions that bring their variables along.
_nowhere = new_module('builtins')

def compiled(source, filename, mode, inherits):
    if isinstance(source, (bytes, bytearray)):
        source = source.decode()
    if not isinstance(source, str):
        raise TypeError('compile() arg 1 must be a string, bytes or AST object')
    if mode not in ('exec', 'eval', 'single'):
        raise ValueError("compile() mode must be 'exec', 'eval' or 'single'")
    if '\0' in source:
        raise SyntaxError('source code string cannot contain null bytes')
    if mode == 'eval':
        source = source.lstrip(' \t')
    note_compiled(source)
    made = code()
    made._text, made.co_filename, made._mode, made._inherits = source, filename, mode, inherits
    _function(made, False, _nowhere)
    return made

# The text of a module, and the function that executes it there.
def of_file(source, filename):
    made = code()
    made._text, made.co_filename, made._mode, made._inherits = source, filename, 'exec', False
    return made

def function(made, module):
    return _function(made, False, module)

def _source(is_eval, source, inherits):
    if type(source) is code:
        return source
    if not isinstance(source, (str, bytes, bytearray)):
        raise TypeError(f"{'eval' if is_eval else 'exec'}() arg 1 must be a string, bytes or code object")
    if isinstance(source, (bytes, bytearray)):
        source = source.decode()
    if '\0' in source:
        raise SyntaxError('source code string cannot contain null bytes')
    note_compiled(source)
    made = code()
    made._text, made.co_filename, made._mode = source, '<string>', 'eval' if is_eval else 'exec'
    made._inherits = inherits
    if is_eval:
        made._text = source.lstrip(' \t')
    return made

def _module_of(globals):
    if isinstance(globals, _namespaces.dict):
        return globals._module
    module = new_module(globals['__name__'] if isinstance(globals.get('__name__'), str) else 'builtins')
    for name, value in globals.items():
        if not isinstance(name, str):
            raise TypeError('gilsim does not support names of variables that are not texts')
    for name, value in globals.items():
        setattr(module, name, value)
    if not hasattr(module, '__builtins__'):
        import builtins
        setattr(module, '__builtins__', builtins)
    adopt_namespace(globals, _namespaces.view(module))
    _namespaces.adopt(module, globals)
    return module

# Whether an expression makes no function, which would need its variables later.
def _is_plain(made):
    return made._mode == 'eval' and not ('lambda' in made._text or 'for' in made._text or ':=' in made._text
                                         or 'eval' in made._text or 'exec' in made._text or 'globals' in made._text)

def _is_plain_dict(variables):
    return type(variables) is dict and not isinstance(variables, _namespaces.dict)

def run(is_eval, source, globals, locals, module, here, inherits):
    name = 'eval' if is_eval else 'exec'
    if globals is not None and not isinstance(globals, dict):
        raise TypeError('globals must be a dict' if is_eval else f'exec() globals must be a dict, not {type(globals).__name__}')
    if locals is not None and not hasattr(locals, '__getitem__'):
        raise TypeError('locals must be a mapping' if is_eval else f'locals must be a mapping or None, not {type(locals).__name__}')
    made = _source(is_eval, source, inherits)
    if globals is None:
        variables = here if locals is None else locals
    elif _is_plain(made) and _is_plain_dict(globals) and (locals is None or _is_plain_dict(locals)):
        module, variables = _nowhere, globals if locals is None else {**globals, **locals}
    else:
        module, variables = _module_of(globals), None if locals is globals else locals
    if isinstance(variables, _namespaces.dict) and variables._module is module:
        variables = None
    function = _function(made, variables is not None, module)
    return function() if variables is None else function(variables)
