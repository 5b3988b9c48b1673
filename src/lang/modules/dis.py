# Code as CPython 3.11 disassembles it. What code objects tell is made of gilsim's own instructions (`bytecode::cpython`).

import collections as _collections
import io as _io
import sys as _sys
import types as _types
from _dis import opcodes as _opcodes

__all__ = ['code_info', 'dis', 'disassemble', 'distb', 'disco', 'findlinestarts', 'findlabels', 'show_code', 'get_instructions',
           'Instruction', 'Bytecode', 'cmp_op', 'hasconst', 'hasname', 'hasjrel', 'hasjabs', 'haslocal', 'hascompare', 'hasfree',
           'opname', 'opmap', 'HAVE_ARGUMENT', 'EXTENDED_ARG', 'hasnargs']

opname = [f'<{number}>' for number in range(256)]
opmap = {}
_caches = [0] * 256
for _name, _number, _count in _opcodes():
    opname[_number], opmap[_name], _caches[_number] = _name, _number, _count
HAVE_ARGUMENT = 90
EXTENDED_ARG = opmap['EXTENDED_ARG']
cmp_op = ('<', '<=', '==', '!=', '>', '>=')

def _numbers(names):
    return [opmap[name] for name in names.split()]

hasconst = _numbers('LOAD_CONST KW_NAMES')
hasname = _numbers('STORE_NAME DELETE_NAME STORE_ATTR DELETE_ATTR STORE_GLOBAL DELETE_GLOBAL LOAD_NAME LOAD_ATTR IMPORT_NAME '
                   'IMPORT_FROM LOAD_GLOBAL LOAD_METHOD')
hasjrel = [number for name, number in opmap.items() if 'JUMP' in name or name in ('FOR_ITER', 'SEND')]
hasjabs = []
haslocal = _numbers('LOAD_FAST STORE_FAST DELETE_FAST')
hascompare = _numbers('COMPARE_OP')
hasfree = _numbers('MAKE_CELL LOAD_CLOSURE LOAD_DEREF STORE_DEREF DELETE_DEREF LOAD_CLASSDEREF')
hasnargs = []
_operators = ('+', '&', '//', '<<', '@', '*', '%', '|', '**', '>>', '-', '/', '^')
_operators += tuple([sign + '=' for sign in _operators])
_conversions = ((None, ''), (str, 'str'), (repr, 'repr'), (ascii, 'ascii'))

COMPILER_FLAG_NAMES = {1: 'OPTIMIZED', 2: 'NEWLOCALS', 4: 'VARARGS', 8: 'VARKEYWORDS', 16: 'NESTED', 32: 'GENERATOR', 64: 'NOFREE',
                       128: 'COROUTINE', 256: 'ITERABLE_COROUTINE', 512: 'ASYNC_GENERATOR'}

Positions = _collections.namedtuple('Positions', ['lineno', 'end_lineno', 'col_offset', 'end_col_offset'], defaults=[None] * 4)
_Instruction = _collections.namedtuple(
    '_Instruction', ['opname', 'opcode', 'arg', 'argval', 'argrepr', 'offset', 'starts_line', 'is_jump_target', 'positions'],
    defaults=[None])
_ExceptionTableEntry = _collections.namedtuple('_ExceptionTableEntry', 'start end target depth lasti')

class Instruction(_Instruction):
    def _disassemble(self, lineno_width=3, mark_as_current=False, offset_width=4):
        fields = []
        if lineno_width:
            fields.append(('' if self.starts_line is None else str(self.starts_line)).rjust(lineno_width))
        fields.append('-->' if mark_as_current else '   ')
        fields.append('>>' if self.is_jump_target else '  ')
        fields.append(repr(self.offset).rjust(offset_width))
        fields.append(self.opname.ljust(20))
        if self.arg is not None:
            fields.append(repr(self.arg).rjust(5))
            if self.argrepr:
                fields.append('(' + self.argrepr + ')')
        return ' '.join(fields).rstrip()

def _compiled(source, name):
    try:
        return compile(source, name, 'eval')
    except SyntaxError:
        return compile(source, name, 'exec')

def _code_within(x):
    x = getattr(x, '__func__', x)
    for name in ('__code__', 'gi_code', 'ag_code', 'cr_code'):
        if hasattr(x, name):
            return getattr(x, name)
    return x

def _is_code(x):
    return isinstance(x, _types.CodeType) or type(x).__name__ == 'code'

def _refused(x):
    return TypeError("don't know how to disassemble %s objects" % type(x).__name__)

def _code_of(x):
    x = _code_within(x)
    if isinstance(x, str):
        x = _compiled(x, '<disassembly>')
    if _is_code(x):
        return x
    raise _refused(x)

def dis(x=None, *, file=None, depth=None, show_caches=False, adaptive=False):
    if x is None:
        return distb(file=file, show_caches=show_caches, adaptive=adaptive)
    x = _code_within(x)
    if _is_code(x):
        _disassemble_recursive(x, file, depth, show_caches)
    elif isinstance(x, str):
        _disassemble_recursive(_compiled(x, '<dis>'), file, depth, show_caches)
    elif isinstance(x, (bytes, bytearray)):
        _print_instructions(_instructions(x, show_caches=show_caches), len(x), 0, -1, (), file)
    elif hasattr(x, '__dict__'):
        for name, member in sorted(x.__dict__.items()):
            if isinstance(member, (_types.MethodType, _types.FunctionType, _types.CodeType, classmethod, staticmethod, type)):
                print('Disassembly of %s:' % name, file=file)
                try:
                    dis(member, file=file, depth=depth, show_caches=show_caches)
                except TypeError as mistake:
                    print('Sorry:', mistake, file=file)
                print(file=file)
    else:
        raise _refused(x)

def distb(tb=None, *, file=None, show_caches=False, adaptive=False):
    if tb is None:
        tb = getattr(_sys, 'last_traceback', None)
        if tb is None:
            raise RuntimeError('no last traceback to disassemble')
        while tb.tb_next:
            tb = tb.tb_next
    disassemble(tb.tb_frame.f_code, tb.tb_lasti, file=file, show_caches=show_caches)

def pretty_flags(flags):
    names = [COMPILER_FLAG_NAMES.get(1 << bit, hex(1 << bit)) for bit in range(32) if flags & 1 << bit]
    return ', '.join(names) or '0x0'

def code_info(x):
    return _info_of(_code_of(x))

def _info_of(code):
    lines = [
        'Name:              %s' % code.co_name,
        'Filename:          %s' % code.co_filename,
        'Argument count:    %s' % code.co_argcount,
        'Positional-only arguments: %s' % code.co_posonlyargcount,
        'Kw-only arguments: %s' % code.co_kwonlyargcount,
        'Number of locals:  %s' % code.co_nlocals,
        'Stack size:        %s' % code.co_stacksize,
        'Flags:             %s' % pretty_flags(code.co_flags),
    ]
    parts = (('Constants', [repr(constant) for constant in code.co_consts]), ('Names', code.co_names),
             ('Variable names', code.co_varnames), ('Free variables', code.co_freevars), ('Cell variables', code.co_cellvars))
    for title, items in parts:
        if items:
            lines.append(title + ':')
            lines.extend(['%4d: %s' % item for item in enumerate(items)])
    return '\n'.join(lines)

def show_code(co, *, file=None):
    print(code_info(co), file=file)

def get_instructions(x, *, first_line=None, show_caches=False, adaptive=False):
    code = _code_of(x)
    return _instructions_of(code, 0 if first_line is None else first_line - code.co_firstlineno, (), show_caches)

def _instructions_of(code, line_offset, entries, show_caches):
    lines = {start: line + line_offset for start, line in findlinestarts(code)}
    return _instructions(code.co_code, code, lines, entries, show_caches)

def _variable(code, at):
    return (code.co_varnames + tuple([name for name in code.co_cellvars if name not in code.co_varnames]) + code.co_freevars)[at]

def _numbers_in(table):
    value = 0
    for byte in table:
        value = value << 6 | byte & 63
        if not byte & 64:
            yield value
            value = 0

def _entries_of(code):
    numbers = list(_numbers_in(code.co_exceptiontable))
    entries = []
    for at in range(0, len(numbers), 4):
        start, length, target, depth = numbers[at:at + 4]
        entries.append(_ExceptionTableEntry(start * 2, (start + length) * 2, target * 2, depth >> 1, bool(depth & 1)))
    return entries

def _known(op, arg, offset, code, tables):
    name = opname[op]
    if op in hasjrel:
        to = offset + 2 + (-arg if 'BACKWARD' in name else arg) * 2
        return to, 'to ' + repr(to)
    if op in hascompare:
        return cmp_op[arg], cmp_op[arg]
    if name == 'FORMAT_VALUE':
        kind, shown = _conversions[arg & 3]
        if arg & 4:
            shown += ', with format' if shown else 'with format'
        return (kind, bool(arg & 4)), shown
    if name == 'MAKE_FUNCTION':
        return arg, ', '.join([kind for bit, kind in enumerate(('defaults', 'kwdefaults', 'annotations', 'closure')) if arg & 1 << bit])
    if name == 'BINARY_OP':
        return arg, _operators[arg]
    if code is None:
        return arg, ''
    consts, names = tables
    if name == 'LOAD_CONST':
        return consts[arg], repr(consts[arg])
    if name == 'LOAD_GLOBAL':
        return names[arg // 2], 'NULL + ' * (arg & 1) + names[arg // 2]
    if op in hasname:
        return names[arg], names[arg]
    if op in haslocal or op in hasfree:
        return (_variable(code, arg),) * 2
    return arg, ''

def _instructions(text, code=None, lines=None, entries=(), show_caches=False):
    labels = set(findlabels(text))
    labels.update([entry.target for entry in entries])
    tables = None if code is None else (code.co_consts, code.co_names)
    of_units = None if code is None else code._lines
    for offset, op, arg in _unpacked(text):
        value, shown = (None, '') if arg is None else _known(op, arg, offset, code, tables)
        starts = None if lines is None else lines.get(offset)
        positions = Positions() if of_units is None else Positions(of_units[offset // 2])
        yield Instruction(opname[op], op, arg, value, shown, offset, starts, offset in labels, positions)
        if show_caches:
            for more in range(_caches[op]):
                yield Instruction('CACHE', 0, 0, None, '', offset + 2 * more + 2, None, False, positions)

def _print_instructions(instructions, length, line_width, current, entries, file):
    offset_width = max(4, len(str(length - 2)) if length - 2 >= 10000 else 4)
    for instruction in instructions:
        if line_width and instruction.starts_line is not None and instruction.offset > 0:
            print(file=file)
        print(instruction._disassemble(line_width, instruction.offset == current, offset_width), file=file)
    if entries:
        print('ExceptionTable:', file=file)
        for entry in entries:
            place = ' lasti' if entry.lasti else ''
            print(f'  {entry.start} to {entry.end - 2} -> {entry.target} [{entry.depth}]{place}', file=file)

def _print_code(code, current, file, show_caches, line_offset=0):
    entries = _entries_of(code)
    last = max([line for _, line in findlinestarts(code)], default=0) + line_offset
    instructions = _instructions_of(code, line_offset, entries, show_caches)
    _print_instructions(instructions, len(code.co_code), max(3, len(str(last))), current, entries, file)

def disassemble(co, lasti=-1, *, file=None, show_caches=False, adaptive=False):
    _print_code(co, lasti, file, show_caches)

disco = disassemble

def _disassemble_recursive(code, file, depth, show_caches):
    _print_code(code, -1, file, show_caches)
    if depth is None or depth > 0:
        for inner in code.co_consts:
            if _is_code(inner):
                print(file=file)
                print('Disassembly of %r:' % (inner,), file=file)
                _disassemble_recursive(inner, file, None if depth is None else depth - 1, show_caches)

def _unpacked(text):
    more = caches = 0
    for at in range(0, len(text), 2):
        if caches:
            caches -= 1
            continue
        op, arg = text[at], None
        caches = _caches[op]
        if op >= HAVE_ARGUMENT:
            arg = text[at + 1] | more
            more = arg << 8 if op == EXTENDED_ARG else 0
        else:
            more = 0
        yield at, op, arg

def findlabels(code):
    labels = []
    for offset, op, arg in _unpacked(code):
        if op in hasjrel:
            label = offset + 2 + (-arg if 'BACKWARD' in opname[op] else arg) * 2
            if label not in labels:
                labels.append(label)
    return labels

def findlinestarts(code):
    last = None
    for at, line in enumerate(code._lines):
        if line is not None and line != last:
            last = line
            yield at * 2, line

class Bytecode:
    def __init__(self, x, *, first_line=None, current_offset=None, show_caches=False, adaptive=False):
        self.codeobj = code = _code_of(x)
        self.first_line = code.co_firstlineno if first_line is None else first_line
        self._line_offset = self.first_line - code.co_firstlineno
        self._original_object = x
        self.current_offset = current_offset
        self.exception_entries = _entries_of(code)
        self.show_caches = show_caches

    def __iter__(self):
        return _instructions_of(self.codeobj, self._line_offset, self.exception_entries, self.show_caches)

    def __repr__(self):
        return f'{type(self).__name__}({self._original_object!r})'

    @classmethod
    def from_traceback(cls, tb, *, show_caches=False, adaptive=False):
        while tb.tb_next:
            tb = tb.tb_next
        return cls(tb.tb_frame.f_code, current_offset=tb.tb_lasti, show_caches=show_caches)

    def info(self):
        return _info_of(self.codeobj)

    def dis(self):
        current = -1 if self.current_offset is None else self.current_offset
        output = _io.StringIO()
        _print_code(self.codeobj, current, output, self.show_caches, self._line_offset)
        return output.getvalue()
